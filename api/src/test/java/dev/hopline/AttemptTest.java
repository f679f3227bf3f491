// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a call says that it was sent before. */
class AttemptTest {
  private final TestService service = new TestService(Map.of());

  @AfterEach
  void close() {
    service.close();
  }

  private void call(String path) {
    TestRequest request = TestRequest.get("http://a.example" + path);
    service.client.start(Context.current(), request, TestRequest.WRITER).end(503, null);
  }

  /** The counts of all calls so far, in their order; null is none. */
  private List<Long> resends() {
    return service.spans().stream().map(AttemptTest::resends).toList();
  }

  private static Long resends(SpanData span) {
    return span.getAttributes().get(longKey("http.request.resend_count"));
  }

  @Test
  void laterAttempts_countTheEarlier() {
    Map<String, Object> invocation = new HashMap<>();
    for (int attempt = 0; attempt < 3; attempt++) {
      try (Scope ignored = HttpClientTracing.openAttempt(invocation)) {
        call("/");
      }
    }
    assertThat(resends()).containsExactly(null, 1L, 2L);
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void callsWithoutAttempts_countNothing() {
    call("/");
    call("/");
    assertThat(resends()).containsExactly(null, null);
  }

  @Test
  void otherInvocation_beginsAnew() {
    for (int invocation = 0; invocation < 2; invocation++) {
      try (Scope ignored = HttpClientTracing.openAttempt(new HashMap<>())) {
        call("/");
      }
    }
    assertThat(resends()).containsExactly(null, null);
  }

  @Test
  void eachRequestOfAnAttempt_isCountedByItself() {
    Map<String, Object> invocation = new HashMap<>();
    try (Scope ignored = HttpClientTracing.openAttempt(invocation)) {
      call("/first");
    }
    try (Scope ignored = HttpClientTracing.openAttempt(invocation)) {
      call("/first");
      call("/second");
    }
    assertThat(resends()).containsExactly(null, 1L, null);
  }

  @Test
  void pollingWithinAnAttempt_resendsNothing() {
    Map<String, Object> invocation = new HashMap<>();
    try (Scope ignored = HttpClientTracing.openAttempt(invocation)) {
      call("/");
      call("/");
    }
    try (Scope ignored = HttpClientTracing.openAttempt(invocation)) {
      call("/");
    }
    assertThat(resends()).containsExactly(null, null, 2L);
  }

  @Test
  void retriesWithinRetries_countOn() {
    Map<String, Object> outer = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      try (Scope ignored = HttpClientTracing.openAttempt(outer)) {
        Map<String, Object> inner = new HashMap<>();
        for (int j = 0; j < 2; j++) {
          try (Scope alsoIgnored = HttpClientTracing.openAttempt(inner)) {
            call("/");
          }
        }
      }
    }
    assertThat(resends()).containsExactly(null, 1L, 2L, 3L);
  }

  @Test
  void twoInvocationsWithinAnAttempt_resendNothing() {
    try (Scope ignored = HttpClientTracing.openAttempt(new HashMap<>())) {
      for (int i = 0; i < 2; i++) {
        try (Scope alsoIgnored = HttpClientTracing.openAttempt(new HashMap<>())) {
          call("/");
        }
      }
    }
    assertThat(resends()).containsExactly(null, null);
  }

  @Test
  void memory_isBounded() {
    Map<String, Object> invocation = new HashMap<>();
    for (int attempt = 0; attempt < 2; attempt++) {
      try (Scope ignored = HttpClientTracing.openAttempt(invocation)) {
        for (int i = 0; i <= 1000; i++) {
          call("/" + i);
        }
      }
    }
    assertThat(resends().subList(1001, 2001)).containsOnly(1L);
    assertThat(resends().get(2001)).isNull();
  }
}
