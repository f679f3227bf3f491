// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntryMetadata;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers that are read and sent, by {@code otel.propagators}. */
class PropagatorsTest {
  private static final int INVENTED = 3_000;

  private static final Pattern TRACEPARENT =
      Pattern.compile(
          "(?!ff)(?!00-.{53,})[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?",
          Pattern.DOTALL);

  private static final Pattern MEMBER =
      Pattern.compile(
          "[ \t]*([a-z0-9][a-z0-9_*/@-]{0,255}=[ -+\\--<>-~]{0,255}[!-+\\--<>-~])?[ \t]*");

  private static final String TRACE_ID = TestService.TRACE;
  private static final String SPAN_ID = TestService.PARENT;

  /** What a request carries that was sent from the context of another one. */
  private static Map<String, String> sentOn(TextMapPropagator propagator, TestRequest request) {
    Context context = propagator.extract(Context.root(), request, TestRequest.READER);
    return sent(propagator, context);
  }

  private static Map<String, String> sent(TextMapPropagator propagator, Context context) {
    TestRequest call = TestRequest.get("http://a.example/");
    propagator.inject(context, call, TestRequest.WRITER);
    return call.headers;
  }

  private static TextMapPropagator propagator(Tracing tracing) {
    return tracing.openTelemetry().getPropagators().getTextMapPropagator();
  }

  private static Tracing tracing() {
    return Tracing.builder("test")
        .properties(Map.of("otel.traces.exporter", "none"))
        .properties(Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none"))
        .start();
  }

  @Test
  void defaults_areTraceContextAndBaggage() {
    try (Tracing tracing = tracing()) {
      assertThat(propagator(tracing).fields())
          .containsExactlyInAnyOrder("traceparent", "tracestate", "baggage");
      // Level 2, which OpenTelemetry's own does not read.
      assertThat(
              sentOn(
                  propagator(tracing),
                  TestRequest.get("/")
                      .with("traceparent", TestService.traceparent("01"))
                      .with("tracestate", "1@a@b=c")))
          .containsEntry("tracestate", "1@a@b=c");
    }
  }

  /** By patterns of another make: what is right goes on, what is not is as if it were not there. */
  @Test
  void inventedHeaders_areReadByTheGrammarAndWithoutAWord() {
    Invented invented = new Invented(new Random(41));
    int read = 0;
    int states = 0;
    try (LogLines log = new LogLines()) {
      for (int i = 0; i < INVENTED; i++) {
        String parent = invented.traceparent();
        String state = invented.tracestate();
        Map<String, String> sent =
            sentOn(
                TraceContextPropagator.INSTANCE,
                TestRequest.get("/").with("traceparent", parent).with("tracestate", state));

        boolean right = TRACEPARENT.matcher(parent.strip()).matches();
        read += right ? 1 : 0;
        assertThat(sent.containsKey("traceparent")).as("%d: %s", i, parent).isEqualTo(right);
        if (right) {
          assertThat(sent.get("traceparent")).startsWith("00" + parent.strip().substring(2, 53));
          states += sent.containsKey("tracestate") ? 1 : 0;
          assertThat(sent.getOrDefault("tracestate", ""))
              .as("%d: %s", i, state)
              .isEqualTo(expectedState(state));
        }
      }
      assertThat(log.all()).isEmpty();
    }
    assertThat(read).isBetween(INVENTED / 10, INVENTED * 9 / 10);
    assertThat(states).isBetween(read / 10, read * 9 / 10);
  }

  private static String expectedState(String header) {
    List<String> members = List.of(header.split(",", -1));
    boolean right = members.stream().allMatch(member -> MEMBER.matcher(member).matches());
    Map<String, String> kept = new LinkedHashMap<>();
    members.stream()
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .forEach(member -> kept.putIfAbsent(member.split("=")[0], member));
    return right && kept.size() <= 32 ? String.join(",", kept.values()) : "";
  }

  @Test
  void inventedBaggage_isReadWithinTheLimitsAndWithoutAWord() {
    Invented invented = new Invented(new Random(7));
    int kept = 0;
    try (LogLines log = new LogLines()) {
      for (int i = 0; i < INVENTED; i++) {
        String header = invented.baggage();
        String sent =
            sentOn(BaggagePropagator.INSTANCE, TestRequest.get("/").with("baggage", header))
                .getOrDefault("baggage", "");

        assertThat(sent).as("%d: %s", i, header).matches("[ -~\t]*").hasSizeLessThanOrEqualTo(8192);
        assertThat(sent.split(",")).hasSizeLessThanOrEqualTo(64);
        // What has been read once is right, and is sent on as it is.
        assertThat(
                sentOn(BaggagePropagator.INSTANCE, TestRequest.get("/").with("baggage", sent))
                    .getOrDefault("baggage", ""))
            .isEqualTo(sent);
        kept += sent.isEmpty() ? 0 : 1;
      }
      // Another thread may still tell of what a test before has left it to do.
      assertThat(log.all())
          .filteredOn(record -> record.getLongThreadID() == Thread.currentThread().getId())
          .isEmpty();
    }
    assertThat(kept).isBetween(INVENTED / 10, INVENTED * 9 / 10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1                 | a=1
          a = 1 ; p ; q=2 ,b= | a=1;p ; q=2,b=
          a=b=c               | a=b=c
          a=%20%2C%C3%A9      | a=%20%2C%C3%A9
          a=%41%e2%82%ac      | a=A%E2%82%AC
          a=%ff               | a=%EF%BF%BD
          a=%f,b=%zz,c=%      |
          a,=b,c d=1,e="f"    |
          a=1,,;;,b=2         | a=1,b=2
          a=b c               |
          """)
  void baggage_isWrittenAsItWasRead(String header, String written) {
    assertThat(
            sentOn(BaggagePropagator.INSTANCE, TestRequest.get("/").with("baggage", header))
                .get("baggage"))
        .isEqualTo(written);
  }

  /** However much the application puts in. */
  @Test
  void hugeBaggage_isSentWithinTheLimits() {
    BaggageBuilder baggage = Baggage.builder();
    baggage.put("huge", "x".repeat(10_000_000));
    baggage.put("wide", "é".repeat(3_000));
    for (int i = 0; i < 200; i++) {
      baggage.put("k%03d".formatted(i), "v".repeat(i % 3 == 0 ? 300 : 1));
    }
    String sent =
        sent(BaggagePropagator.INSTANCE, Context.root().with(baggage.build())).get("baggage");

    assertThat(sent).hasSizeLessThanOrEqualTo(8192).doesNotContain("huge", "wide");
    assertThat(sent.split(",")).hasSize(64);
  }

  @Test
  void lineBreaks_areNotSent() {
    Baggage baggage =
        Baggage.builder()
            .put("a", "1\r\nx-evil: 1")
            .put("b", "2", BaggageEntryMetadata.create("p\r\nx-evil: 1"))
            .put("c,d=e", "3")
            .build();
    assertThat(sent(BaggagePropagator.INSTANCE, Context.root().with(baggage)).get("baggage"))
        .isEqualTo("a=1%0D%0Ax-evil:%201,b=2");
  }

  /** A sampler may add to what came. */
  @Test
  void traceState_takesMembersInFront() {
    TraceState state = VendorStates.parse("1@a=1, b=2");

    TraceState more = state.toBuilder().put("ours", "3").put("b", "4").put("Wrong", "5").build();

    assertThat(VendorStates.header(more)).isEqualTo("b=4,ours=3,1@a=1");
    assertThat(more.asMap()).hasSize(more.size()).containsEntry("ours", "3");
    assertThat(more.get("b")).isEqualTo("4");
    assertThat(more.toBuilder().remove("b").remove("none").build())
        .isEqualTo(VendorStates.parse("ours=3,1@a=1"));
    assertThat(VendorStates.header(state)).isEqualTo("1@a=1,b=2");
  }

  @Test
  void traceStateThatIsFull_losesItsLast() {
    StringBuilder header = new StringBuilder("k0=0");
    for (int i = 1; i < 32; i++) {
      header.append(",k").append(i).append('=').append(i);
    }
    TraceState more = VendorStates.parse(header.toString()).toBuilder().put("ours", "1").build();

    assertThat(more.size()).isEqualTo(32);
    assertThat(VendorStates.header(more)).startsWith("ours=1,k0=0,").endsWith("k30=30");
  }

  @Test
  void traceStateOfOthers_isSent() {
    TraceState state = TraceState.builder().put("a", "1").build();
    SpanContext span = SpanContext.create(TRACE_ID, SPAN_ID, TraceFlags.getSampled(), state);

    assertThat(sent(TraceContextPropagator.INSTANCE, Context.root().with(Span.wrap(span))))
        .containsEntry("tracestate", "a=1");
  }
}
