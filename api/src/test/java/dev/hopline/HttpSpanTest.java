// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSpanTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  private static final HttpSettings SETTINGS = TestService.settings(Map.of());

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .setPropagators(
              ContextPropagators.create(
                  TextMapPropagator.composite(
                      TraceContextPropagator.INSTANCE, BaggagePropagator.INSTANCE)))
          .build();
  private final HttpServerTracing server = new HttpServerTracing(sdk, SETTINGS);
  private final HttpClientTracing client = new HttpClientTracing(sdk, SETTINGS);

  @AfterEach
  void threadIsClean() {
    assertThat(Context.current()).isSameAs(Context.root());
    sdk.close();
  }

  @Test
  void serverSpan_continuesTheContextOfTheHeaders() {
    HttpSpan span =
        server.start(
            get("/a").with("traceparent", "00-" + TRACE + '-' + PARENT + "-01"),
            TestRequest.READER);
    span.end(200, null);

    assertThat(only().getTraceId()).isEqualTo(TRACE);
    assertThat(only().getParentSpanId()).isEqualTo(PARENT);
    assertThat(only().getKind()).isEqualTo(SpanKind.SERVER);
  }

  @Test
  void serverSpan_takesNoParentFromTheThread() {
    Span stale = sdk.getTracer("test").spanBuilder("stale").startSpan();
    try (Scope ignored = stale.makeCurrent()) {
      server.start(get("/a"), TestRequest.READER).end(200, null);
    }

    assertThat(only().getParentSpanContext().isValid()).isFalse();
    assertThat(only().getTraceId()).isNotEqualTo(stale.getSpanContext().getTraceId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "00-0-0-01", "ff-" + TRACE + '-' + PARENT + "-01"})
  void serverSpan_startsATraceWhenTheParentIsMalformed(String traceparent) {
    server.start(get("/a").with("traceparent", traceparent), TestRequest.READER).end(200, null);

    assertThat(only().getParentSpanContext().isValid()).isFalse();
    assertThat(only().getTraceId()).isNotEqualTo(TRACE);
  }

  @Test
  void serverSpan_hasTheAttributesOfTheRequest() {
    HttpSpan span =
        server.start(
            get("/books/7")
                .query("a=1&sig=secret&b=2")
                .with("host", "shop.example:8443")
                .with("user-agent", "curl/8"),
            TestRequest.READER);
    span.route("/books/{id}");
    span.end(200, null);

    assertThat(only().getName()).isEqualTo("GET /books/{id}");
    assertThat(strings(only()))
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.path", "/books/7")
        .containsEntry("url.query", "a=1&sig=REDACTED&b=2")
        .containsEntry("url.scheme", "http")
        .containsEntry("server.address", "shop.example")
        .containsEntry("server.port", "8443")
        .containsEntry("user_agent.original", "curl/8")
        .containsEntry("http.route", "/books/{id}")
        .containsEntry("http.response.status_code", "200")
        .doesNotContainKey("error.type");
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void serverAddress_isThatOfEachRequest() {
    for (String host : List.of("a.example:81", "b.example", "a.example:81", "a.example:81")) {
      server.start(get("/a").with("host", host), TestRequest.READER).end(200, null);
    }
    server.start(get("/a"), TestRequest.READER).end(200, null);
    server.start(get("/a").with("host", "user@a.example:81"), TestRequest.READER).end(200, null);

    assertThat(exporter.getFinishedSpanItems())
        .extracting(
            span -> strings(span).get("server.address") + ' ' + strings(span).get("server.port"))
        .containsExactly(
            "a.example 81",
            "b.example 80",
            "a.example 81",
            "a.example 81",
            "null null",
            "null null");
  }

  @Test
  void name_isMadeOfTheMethodAndTheRouteOfEachRequest() {
    // Far more of them than an application has routes.
    IntStream.range(0, 3_000)
        .forEach(
            i -> {
              HttpSpan span = server.start(get("/a"), TestRequest.READER);
              span.route("/a/" + i);
              span.end(200, null);
            });

    assertThat(exporter.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .isEqualTo(IntStream.range(0, 3_000).mapToObj(i -> "GET /a/" + i).toList());
  }

  @Test
  void unknownMethod_isNoPartOfTheName() {
    HttpSpan span = server.start(new TestRequest("BREW", "/pot"), TestRequest.READER);
    span.route("/pot");
    span.end(405, null);

    assertThat(only().getName()).isEqualTo("HTTP /pot");
    assertThat(strings(only()))
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("http.request.method_original", "BREW");
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,example.com,80",
    "example.com:81,example.com,81",
    "[::1]:82,[::1],82",
    "[::1],[::1],80",
    "example.com:x,example.com,80",
    "example.com:99999,example.com,80"
  })
  void hostHeader_givesAddressAndPort(String host, String address, String port) {
    server.start(get("/a").with("host", host), TestRequest.READER).end(200, null);

    assertThat(strings(only()))
        .containsEntry("server.address", address)
        .containsEntry("server.port", port);
  }

  @ParameterizedTest
  @CsvSource({"200,UNSET,", "304,UNSET,", "404,UNSET,", "499,UNSET,", "500,ERROR,500"})
  void serverStatus_isAnErrorFrom500(int status, StatusCode expected, @Nullable String errorType) {
    HttpSpan span = server.start(get("/a"), TestRequest.READER);
    span.error(new IllegalStateException("mapped"));
    span.end(status, null);

    assertThat(only().getStatus().getStatusCode()).isEqualTo(expected);
    assertThat(strings(only()).get("error.type")).isEqualTo(errorType);
    assertThat(only().getEvents()).hasSize(errorType == null ? 0 : 1);
  }

  @Test
  void escapedException_isAnErrorWhateverTheStatus() {
    server.start(get("/a"), TestRequest.READER).end(200, new IOException("broken pipe"));

    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(strings(only())).containsEntry("error.type", "java.io.IOException");
    assertThat(only().getEvents()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"200,UNSET,", "302,UNSET,", "404,ERROR,404", "503,ERROR,503"})
  void clientStatus_isAnErrorFrom400(int status, StatusCode expected, @Nullable String errorType) {
    client.start(Context.root(), call("http://a.example/x"), TestRequest.WRITER).end(status, null);

    assertThat(only().getStatus().getStatusCode()).isEqualTo(expected);
    assertThat(strings(only()).get("error.type")).isEqualTo(errorType);
  }

  @Test
  void failedCall_isAnErrorOfTheExceptionsType() {
    client
        .start(Context.root(), call("http://a/"), TestRequest.WRITER)
        .end(0, new IOException("refused"));

    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(strings(only()))
        .containsEntry("error.type", "java.io.IOException")
        .doesNotContainKey("http.response.status_code");
  }

  @ParameterizedTest
  @ValueSource(classes = {CancellationException.class, InterruptedException.class})
  void cancelledCall_isNoError(Class<? extends Exception> reason)
      throws ReflectiveOperationException {
    client
        .start(Context.root(), call("http://a/"), TestRequest.WRITER)
        .end(0, reason.getConstructor().newInstance());

    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(only().getEvents()).isEmpty();
  }

  @Test
  void clientSpan_injectsItsOwnContextAndTheBaggage() {
    Context parent = Context.root().with(Baggage.builder().put("tenant", "7").build());
    TestRequest call = call("https://user:pw@a.example/x?sig=s");
    HttpSpan span = client.start(parent, call, TestRequest.WRITER);
    span.end(200, null);

    assertThat(call.headers.get("traceparent")).contains(only().getTraceId(), only().getSpanId());
    assertThat(call.headers).containsEntry("baggage", "tenant=7");
    assertThat(strings(only()))
        .containsEntry("url.full", "https://REDACTED:REDACTED@a.example/x?sig=REDACTED")
        .containsEntry("server.address", "a.example")
        .containsEntry("server.port", "443");
  }

  @Test
  void end_countsOnceFromAnyThread() throws Exception {
    HttpSpan span = server.start(get("/a"), TestRequest.READER);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    IntStream.range(0, 8)
        .forEach(
            i ->
                threads.execute(
                    () -> {
                      try {
                        start.await();
                      } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                      }
                      span.end(200 + i, null);
                    }));
    start.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    assertThat(span.ended()).isTrue();
  }

  @Test
  void current_isTheExchangeOfTheOpenScope() {
    HttpSpan span = server.start(get("/a"), TestRequest.READER);
    try (Scope ignored = span.makeCurrent()) {
      assertThat(HttpSpan.current()).isSameAs(span);
    }
    assertThat(HttpSpan.current()).isNull();
    span.end(200, null);
  }

  @Test
  void context_keepsAllThatItHasBesideWhatIsAdded() {
    HttpSpan span = server.start(get("/a").with("baggage", "tenant=7"), TestRequest.READER);
    Context context = span.context();
    Span server = Span.fromContext(context);
    Span child = sdk.getTracer("test").spanBuilder("child").setParent(context).startSpan();
    Context below = context.with(child);
    Context beside = context.with(Baggage.builder().put("tenant", "8").build());

    assertThat(Baggage.fromContext(context).getEntryValue("tenant")).isEqualTo("7");
    assertThat(HttpSpan.of(below)).isSameAs(span);
    assertThat(Span.fromContext(below)).isSameAs(child);
    assertThat(Baggage.fromContext(below).getEntryValue("tenant")).isEqualTo("7");
    assertThat(HttpSpan.of(beside)).isSameAs(span);
    assertThat(Span.fromContext(beside)).isSameAs(server);
    assertThat(Baggage.fromContext(beside).getEntryValue("tenant")).isEqualTo("8");
    assertThat(Span.fromContext(context)).isSameAs(server);
    span.end(200, null);
  }

  @Test
  void givenName_outlivesTheRoute() {
    HttpSpan span = server.start(get("/a"), TestRequest.READER);
    span.name("checkout");
    span.route("/a");
    span.end(200, null);

    assertThat(only().getName()).isEqualTo("checkout");
    assertThat(strings(only())).containsEntry("http.route", "/a");
  }

  @Test
  void oversizedBaggage_isCutToWholeMembers() {
    StringBuilder header = new StringBuilder("k0=v");
    for (int i = 1; header.length() < 100_000; i++) {
      header.append(",k").append(i).append("=v").append(i);
    }
    HttpSpan span = server.start(get("/a").with("baggage", header.toString()), TestRequest.READER);
    span.end(200, null);

    Baggage kept = Baggage.fromContext(span.context());
    assertThat(kept.size()).isEqualTo(64);
    assertThat(kept.getEntryValue("k63")).isEqualTo("v63");
  }

  @Test
  void oversizedMember_isDroppedAndThoseBeforeItKept() {
    String header = "a=1,b=" + "x".repeat(9000) + ",c=3";
    HttpSpan span = server.start(get("/a").with("baggage", header), TestRequest.READER);
    span.end(200, null);

    assertThat(Baggage.fromContext(span.context()).asMap().keySet()).containsExactly("a");
  }

  private SpanData only() {
    List<SpanData> spans = exporter.getFinishedSpanItems();
    assertThat(spans).hasSize(1);
    return spans.get(0);
  }

  private static Map<String, String> strings(SpanData span) {
    Map<String, String> all = new HashMap<>();
    span.getAttributes().forEach((key, value) -> all.put(key.getKey(), value.toString()));
    assertThat(span.getAttributes().get(stringKey("http.response.status_code"))).isNull();
    assertThat(all.containsKey("server.port"))
        .isEqualTo(span.getAttributes().get(longKey("server.port")) != null);
    return all;
  }

  private static TestRequest get(String path) {
    return new TestRequest("GET", path);
  }

  private static TestRequest call(String uri) {
    return new TestRequest("GET", uri);
  }
}
