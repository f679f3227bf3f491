// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static dev.hopline.tck.PropagationStep.PARENT;
import static dev.hopline.tck.PropagationStep.continued;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What may go wrong between requests, and with requests that are hardly any. */
final class RequestCases {
  private static final int CLIENTS = 32;
  private static final int REQUESTS = 256;

  private RequestCases() {}

  static PropagationCases all() {
    return new PropagationCases()
        .add("two_hops", RequestCases::twoHops)
        .add("no_leak_between_requests", RequestCases::noLeak)
        .add("no_leak_on_keep_alive", RequestCases::noLeakOnKeepAlive)
        .add("no_mixing_under_concurrency", RequestCases::noMixing)
        .add("bytes_out_of_range", RequestCases::bytesOutOfRange)
        .add("folded_header", RequestCases::foldedHeader)
        .add("huge_headers", RequestCases::hugeHeaders);
  }

  private static void twoHops(Hop hop) throws Exception {
    RemoteParent parent = RemoteParent.random();
    String path = hop.newPath();
    URI second = hop.by(path);
    try (RawConnection connection = new RawConnection(hop.app().base())) {
      String[] headers = {
        "traceparent: " + parent.traceparent(), "tracestate: a=1", "baggage: b=2"
      };
      SentOn sent = hop.exchange(connection, path, hop.request(second, "", headers), 1).get(0);
      assertThat(sent.traceId()).isEqualTo(parent.traceId());
      assertThat(sent.tracestate()).isEqualTo("a=1");
      assertThat(sent.baggage()).isEqualTo("b=2");
      hop.app().spans.takeTrace(parent.traceId(), 2);
    }
  }

  private static void noLeak(Hop hop) throws Exception {
    RemoteParent parent = RemoteParent.random();
    for (int i = 0; i < CLIENTS; i++) {
      hop.send("traceparent: " + parent.traceparent(), "tracestate: a=1", "baggage: b=2");
    }
    for (int i = 0; i < CLIENTS; i++) {
      assertNothing(hop.send(), parent);
    }
  }

  private static void noLeakOnKeepAlive(Hop hop) throws Exception {
    RemoteParent parent = RemoteParent.random();
    try (RawConnection connection = new RawConnection(hop.app().base())) {
      String traceparent = "traceparent: " + parent.traceparent();
      SentOn first = hop.sendOver(connection, traceparent, "tracestate: a=1", "baggage: b=2");
      assertThat(first.traceId()).isEqualTo(parent.traceId());
      assertNothing(hop.sendOver(connection), parent);
    }
  }

  private static void assertNothing(SentOn sent, RemoteParent parent) {
    assertThat(sent.traceId()).isNotEqualTo(parent.traceId());
    assertThat(sent.tracestate()).isEmpty();
    assertThat(sent.baggage()).isEmpty();
  }

  private static void noMixing(Hop hop) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<Void>> requests = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        String member = "n=" + i;
        requests.add(
            () -> {
              RemoteParent parent = RemoteParent.random();
              SentOn sent = hop.send("traceparent: " + parent.traceparent(), "baggage: " + member);
              assertThat(sent.traceId()).isEqualTo(parent.traceId());
              assertThat(sent.baggage()).isEqualTo(member);
              return null;
            });
      }
      for (Future<Void> request : clients.invokeAll(requests)) {
        request.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static void bytesOutOfRange(Hop hop) throws Exception {
    for (char c : new char[] {0, 1, 8, 0x7f, 0x80, 0xff}) {
      String[] lines = {
        "traceparent: " + RemoteParent.random().traceparent(),
        "tracestate: foo=a" + c + "b",
        "baggage: foo=a" + c + "b"
      };
      for (SentOn sent : hop.sendWhatMayBeRefused(lines)) {
        assertThat(sent.lines()).allMatch(line -> line.matches("[ -~]*"));
      }
      continued(PARENT).run(hop);
    }
  }

  private static void foldedHeader(Hop hop) throws Exception {
    String[] lines = {
      "traceparent: " + RemoteParent.random().traceparent(),
      "tracestate: foo=1,\r\n x-evil: 1",
      "baggage: foo=1\r\n\tx-evil: 1"
    };
    for (SentOn sent : hop.sendWhatMayBeRefused(lines)) {
      assertThat(sent.lines())
          .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("x-evil"));
    }
    continued(PARENT).run(hop);
  }

  private static void hugeHeaders(Hop hop) throws Exception {
    for (int bytes = 4 << 10; bytes <= 1 << 20; bytes *= 4) {
      for (String name : List.of("traceparent", "tracestate", "baggage")) {
        String line = name + ": " + "k=v,".repeat(bytes / 4);
        for (SentOn sent : hop.sendWhatMayBeRefused(line)) {
          assertThat(String.join("\n", sent.lines()).length()).isLessThan(bytes + 1000);
        }
      }
      continued(PARENT).run(hop);
    }
  }
}
