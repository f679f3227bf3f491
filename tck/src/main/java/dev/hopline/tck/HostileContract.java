// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.RawConnection.Answer;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whatever somebody sends, a traced application answers as if it were not traced, and tracing
 * neither complains nor tells what is secret nor grows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HostileContract {
  private static final int REQUESTS = 3_000;

  /** After these the application has all that it keeps for good. */
  private static final int FIRST = 1_000;

  /** Far more than there are routes, methods and statuses, and far less than there are requests. */
  static final int MOST_SERIES = 150;

  /** One object in ten requests is no longer a slip of the garbage collector. */
  private static final int MOST_KEPT = REQUESTS / 10;

  /** How often to ask again what is answered in another way than untraced. */
  private static final int TIMES = 50;

  @RegisterExtension
  @Order(1)
  final HostileTwin untraced;

  @RegisterExtension
  @Order(2)
  final TracedApplication app;

  private final SecretSearch secrets = new SecretSearch();
  private final Map<Integer, List<ReceivedSpan>> spans = new HashMap<>();
  private final Set<Integer> withoutSpan = new HashSet<>();
  private Map<Integer, Answer> answers = Map.of();
  private List<String> logged = List.of();
  private long kept;

  /** A contract for a runtime that is not open. */
  protected HostileContract(TracingRuntime runtime) {
    untraced = new HostileTwin(runtime, REQUESTS);
    app = new TracedApplication(runtime, settings());
  }

  static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(MetricsContract.SETTINGS);
    // Callers may not opt out of spans here: they are counted.
    settings.put("otel.traces.sampler", "always_on");
    settings.put(
        "otel.instrumentation.http.server.capture-request-headers",
        HostileRequests.ID + ",authorization,cookie,proxy-authorization,x-api-key");
    return settings;
  }

  @BeforeAll
  void attack() throws IOException, InterruptedException {
    app.receiver().onBody(secrets);
    int before = app.log().size();
    send(REQUESTS, REQUESTS + FIRST);
    kept = memory();
    answers = send(0, REQUESTS);
    logged = app.log().subList(before, app.log().size());
    spans.keySet().removeIf(number -> number >= REQUESTS);
  }

  private Map<Integer, Answer> send(int from, int to) throws IOException, InterruptedException {
    Map<Integer, Answer> all = new HostileLoad(app.base(), from, to).run();
    all.forEach(
        (number, answer) -> {
          if (answer.header(TckReached.HEADER).equals(Integer.toString(number))) {
            withoutSpan.add(number);
          }
        });
    assertThat(withoutSpan.size()).as("requests that came through").isGreaterThan((to - from) / 20);
    takeSpans();
    return all;
  }

  private void takeSpans() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + SpanInbox.LIMIT.toNanos();
    do {
      app.settle();
      for (ReceivedSpan span : app.spans.takeAll()) {
        int number = HostileAnswers.number(span);
        spans.computeIfAbsent(number, none -> new ArrayList<>()).add(span);
        withoutSpan.remove(number);
      }
    } while (!withoutSpan.isEmpty() && System.nanoTime() < deadline);
  }

  private long memory() throws IOException, InterruptedException {
    long objects = Long.parseLong(app.get("memory").body());
    app.spans.take("span of the question", span -> isOf(span, "memory"));
    return objects;
  }

  private boolean isOf(ReceivedSpan span, String path) {
    return app.fromRoot(path).equals(span.attribute("url.path"));
  }

  /** A connection that is dropped may be in the server's hands a little longer. */
  @Test
  void memory_isGivenBack() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + SpanInbox.LIMIT.toNanos();
    long more;
    do {
      more = memory() - kept;
    } while (more > MOST_KEPT && System.nanoTime() < deadline);
    assertThat(more).as("objects that %d requests have left", REQUESTS).isLessThan(MOST_KEPT);
  }

  @Test
  void requests_areOneServerSpanEach() {
    assertThat(withoutSpan).as("requests without a span").isEmpty();
    assertThat(spans.values())
        .allSatisfy(
            ofOne ->
                assertThat(ofOne)
                    .singleElement()
                    .matches(span -> span.kind() == SpanKind.SERVER, "is a SERVER span"));
  }

  @Test
  void answers_areAsIfNothingWereTraced() throws IOException, InterruptedException {
    HostileRequests requests = new HostileRequests(app.base().getPath());
    int compared = 0;
    for (Map.Entry<Integer, Answer> answer : answers.entrySet()) {
      Set<Answer> others = constant(untraced.answers(answer.getKey()));
      if (!others.isEmpty()) {
        compared++;
        if (!others.contains(HostileAnswers.constant(answer.getValue()))) {
          assertThat(constant(askedAgain(requests, answer.getKey())))
              .as(
                  "answers to %s",
                  new String(requests.request(answer.getKey()), StandardCharsets.ISO_8859_1))
              .containsAnyElementsOf(others);
        }
      }
    }
    assertThat(compared).isGreaterThan(REQUESTS * 3 / 4);
    app.settle();
    app.spans.takeAll();
  }

  private Set<Answer> askedAgain(HostileRequests requests, int number) throws IOException {
    HostileLoad load = new HostileLoad(app.base(), 0, REQUESTS);
    Set<Answer> all = new HashSet<>();
    for (int i = 0; i < TIMES; i++) {
      all.add(load.ask(requests, number));
    }
    return all;
  }

  private static Set<Answer> constant(Set<Answer> answers) {
    return answers.stream().map(HostileAnswers::constant).collect(Collectors.toSet());
  }

  @Test
  void spans_haveTheStatusOfTheAnswer() {
    spans.forEach(
        (number, ofOne) -> {
          Answer answer = answers.get(number);
          if (answer != null) {
            assertThat(ofOne)
                .extracting(span -> span.attribute("http.response.status_code"))
                .containsOnly((long) answer.httpStatus());
          }
        });
  }

  @Test
  void tracing_saysNothing() {
    assertThat(logged).filteredOn(HostileAnswers::isOfTracing).isEmpty();
  }

  @Test
  void secrets_areNotExported() {
    assertThat(secrets.bytes()).isGreaterThan(REQUESTS * 100);
    secrets.assertNone();
  }

  @Test
  void series_areFew() {
    assertThat(app.histograms.collect(MetricsContract.DURATION))
        .hasSizeBetween(1, MOST_SERIES)
        .allSatisfy(series -> assertThat(series.attributes().toString()).hasSizeLessThan(500));
  }
}
