// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What comes in and what has to go out. Several of them are a case. */
interface PropagationStep {
  /** Stands for two ids, {@code traceId-spanId}, that nobody else has. */
  String IDS = "{ids}";

  /** What a caller sends who does all right. */
  String PARENT = "traceparent: 00-" + IDS + "-01";

  void run(Hop hop) throws Exception;

  /** The trace goes on: its id, and an id of our own for the call. */
  static PropagationStep continued(String... lines) {
    return continued(sent -> {}, lines);
  }

  /** The trace goes on, and more. */
  static PropagationStep continued(Consumer<SentOn> more, String... lines) {
    return hop -> {
      RemoteParent parent = RemoteParent.random();
      SentOn sent = hop.send(with(parent, lines));
      assertThat(sent.traceId()).as("after %s", Arrays.asList(lines)).isEqualTo(parent.traceId());
      assertThat(sent.spanId()).isNotEqualTo(parent.spanId());
      more.accept(sent);
    };
  }

  /** The headers are as if they were not there. */
  static PropagationStep restarted(String... lines) {
    return hop -> {
      RemoteParent parent = RemoteParent.random();
      SentOn sent = hop.send(with(parent, lines));
      assertThat(sent.traceId())
          .as("after %s", Arrays.asList(lines))
          .isNotEqualTo(parent.traceId());
      assertThat(sent.tracestate()).isEmpty();
    };
  }

  /** The trace goes on with this {@code tracestate}; with none if it is empty. */
  static PropagationStep state(String expected, String... states) {
    String[] lines =
        Stream.concat(Stream.of(PARENT), Arrays.stream(states).map(s -> "tracestate:" + s))
            .toArray(String[]::new);
    return continued(
        sent -> {
          assertThat(sent.all("tracestate")).hasSize(expected.isEmpty() ? 0 : 1);
          assertThat(sent.tracestate()).as("of %s", Arrays.asList(states)).isEqualTo(expected);
        },
        lines);
  }

  /** These members go on, in any order. */
  static PropagationStep baggage(String expected, String... lines) {
    return hop -> {
      SentOn sent = hop.send(with(RemoteParent.random(), lines));
      assertThat(sent.baggage().split(",")).containsExactlyInAnyOrder(expected.split(","));
    };
  }

  private static String[] with(RemoteParent parent, String... lines) {
    String ids = parent.traceId() + '-' + parent.spanId();
    return Arrays.stream(lines).map(line -> line.replace(IDS, ids)).toArray(String[]::new);
  }
}
