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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
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

  /** Far more than there are routes, methods and statuses, and far less than there are requests. */
  private static final int MOST_SERIES = 150;

  /** How often to ask again what is answered in another way than untraced. */
  private static final int TIMES = 50;

  /** How much to show of an export that tells too much. */
  private static final int AROUND = 200;

  private static final Pattern STACK_TRACE = Pattern.compile("\\(\\w+\\.java:\\d+\\)");

  private static final Pattern ERROR_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-\\d+)?");

  private static final String ID = "http.request.header." + HostileRequests.ID;

  @RegisterExtension
  @Order(1)
  final HostileTwin untraced;

  @RegisterExtension
  @Order(2)
  final TracedApplication app;

  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final AtomicLong bytes = new AtomicLong();
  private final Map<Integer, List<ReceivedSpan>> spans = new HashMap<>();
  private final Set<Integer> withoutSpan = new HashSet<>();
  private Map<Integer, Answer> answers = Map.of();
  private List<String> logged = List.of();

  /** A contract for a runtime that is not open. */
  protected HostileContract(TracingRuntime runtime) {
    untraced = new HostileTwin(runtime, REQUESTS);
    app = new TracedApplication(runtime, settings());
  }

  private static Map<String, String> settings() {
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
    app.receiver().onBody(this::search);
    int before = app.log().size();
    answers = new HostileLoad(app.base(), REQUESTS).run();
    answers.forEach(
        (number, answer) -> {
          if (answer.header(TckReached.HEADER).equals(Integer.toString(number))) {
            withoutSpan.add(number);
          }
        });
    assertThat(withoutSpan.size()).as("requests that came through").isGreaterThan(REQUESTS / 20);
    takeSpans();
    logged = app.log().subList(before, app.log().size());
  }

  private void takeSpans() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + SpanInbox.LIMIT.toNanos();
    do {
      app.settle();
      for (ReceivedSpan span : app.spans.takeAll()) {
        int number = number(span);
        spans.computeIfAbsent(number, none -> new ArrayList<>()).add(span);
        withoutSpan.remove(number);
      }
    } while (!withoutSpan.isEmpty() && System.nanoTime() < deadline);
  }

  private void search(byte[] body) {
    bytes.addAndGet(body.length);
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(HostileRequests.NEEDLE);
    if (at >= 0) {
      leaks.add(text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND)));
    }
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

  private static int number(ReceivedSpan span) {
    Object captured = span.attribute(ID);
    assertThat(captured).as("captured by %s", span).isInstanceOf(List.class);
    return Integer.parseInt(String.valueOf(captured).replaceAll("[\\[\\]]", ""));
  }

  @Test
  void answers_areAsIfNothingWereTraced() throws IOException, InterruptedException {
    HostileRequests requests = new HostileRequests(app.base().getPath());
    int compared = 0;
    for (Map.Entry<Integer, Answer> answer : answers.entrySet()) {
      Set<Answer> others = constant(untraced.answers(answer.getKey()));
      if (!others.isEmpty()) {
        compared++;
        if (!others.contains(constant(answer.getValue()))) {
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
    HostileLoad load = new HostileLoad(app.base(), REQUESTS);
    Set<Answer> all = new HashSet<>();
    for (int i = 0; i < TIMES; i++) {
      all.add(load.ask(requests, number));
    }
    return all;
  }

  private static Set<Answer> constant(Set<Answer> answers) {
    return answers.stream().map(HostileContract::constant).collect(Collectors.toSet());
  }

  /** Without the time of day, without what a runtime makes anew for each error. */
  private static Answer constant(Answer answer) {
    boolean trace = STACK_TRACE.matcher(answer.body()).find();
    // Not of the same length each time.
    boolean id = ERROR_ID.matcher(answer.body()).find();
    return new Answer(
        answer.httpStatus(),
        answer.headers().stream()
            .filter(
                line -> !line.matches(trace || id ? "(?i)(date|content-length):.*" : "(?i)date:.*"))
            .toList(),
        // The filters of an application are in it as well.
        trace ? "a stack trace" : ERROR_ID.matcher(answer.body()).replaceAll("an id"));
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
    assertThat(logged)
        .filteredOn(line -> line.contains("dev.hopline.") || line.contains("io.opentelemetry."))
        .isEmpty();
  }

  @Test
  void secrets_areNotExported() {
    assertThat(bytes).hasValueGreaterThan(REQUESTS * 100);
    assertThat(leaks).as("what is exported around a secret").isEmpty();
  }

  @Test
  void series_areFew() {
    assertThat(app.histograms.collect(MetricsContract.DURATION))
        .hasSizeBetween(1, MOST_SERIES)
        .allSatisfy(series -> assertThat(series.attributes().toString()).hasSizeLessThan(500));
  }
}
