// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hopline.tck.RawConnection.Answer;
import dev.hopline.tck.jersey.JerseyRuntime;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * {@link HostileContract} on Jersey, one request at a time, as a fuzzer makes it of the choices
 * that the contract leaves to chance. Without {@code JAZZER_FUZZ=1} the requests are those of the
 * seeds.
 */
@Tag("fuzz")
class HostileFuzzTest {
  /** How often to ask again what is answered in another way than untraced. */
  private static final int TIMES = 50;

  private static final OtlpReceiver RECEIVER = OtlpReceiver.open();
  // No inbox: that takes it for an error if two requests name the same parent in other traces.
  private static final BlockingQueue<ReceivedSpan> SPANS = new LinkedBlockingQueue<>();
  private static final HistogramInbox HISTOGRAMS = HistogramInbox.of(RECEIVER);
  private static final SecretSearch SECRETS = new SecretSearch();
  private static final LogLines LOG = new LogLines();
  private static final JerseyRuntime UNTRACED = new JerseyRuntime(Registered.BY_HAND);
  private static final JerseyRuntime TRACED = new JerseyRuntime(Registered.BY_HAND);

  private static URI untraced;
  private static URI traced;
  private static int number;

  @BeforeAll
  static void open() throws Exception {
    RECEIVER.onSpan(SPANS::add).onBody(SECRETS);
    LOG.open();
    Map<String, String> settings = new HashMap<>(TracedApplication.SETTINGS);
    settings.put("otel.sdk.disabled", "true");
    untraced = UNTRACED.open(RECEIVER.endpoint(), settings);
    settings.putAll(HostileContract.settings());
    settings.put("otel.sdk.disabled", "false");
    settings.put("otel.bsp.schedule.delay", "1");
    traced = TRACED.open(RECEIVER.endpoint(), settings);
    LOG.clear();
  }

  @AfterAll
  static void close() {
    try {
      assertThat(HISTOGRAMS.collect(MetricsContract.DURATION))
          .hasSizeBetween(1, HostileContract.MOST_SERIES)
          .allSatisfy(series -> assertThat(series.attributes().toString()).hasSizeLessThan(500));
    } finally {
      TRACED.close();
      UNTRACED.close();
      RECEIVER.close();
      LOG.close();
    }
  }

  @FuzzTest(maxDuration = "2m")
  void request_isAnsweredAsIfNothingWereTraced(FuzzedDataProvider data)
      throws InterruptedException {
    BugDetectors.allowNetworkConnections();
    byte[] request =
        new HostileRequests(traced.getPath()).request(++number, new FuzzedChoices(data));
    Optional<Answer> answer = ask(traced, request);

    assertAnswer(request, answer);
    if (answer.isPresent() && isReached(answer.get())) {
      assertThat(takeServer().attribute("http.response.status_code"))
          .isEqualTo((long) answer.get().httpStatus());
    }
    SECRETS.assertNone();
    assertThat(LOG.all()).filteredOn(HostileAnswers::isOfTracing).isEmpty();
    LOG.clear();
  }

  private static boolean isReached(Answer answer) {
    return answer.header(TckReached.HEADER).equals(Integer.toString(number));
  }

  private static void assertAnswer(byte[] request, Optional<Answer> answer) {
    Optional<Answer> other = ask(untraced, request);
    if (!answer.equals(other)) {
      // Grizzly answers some requests now like this, now like that.
      assertThat(askedAgain(traced, request))
          .as("answers to %s", new String(request, StandardCharsets.ISO_8859_1))
          .containsAnyElementsOf(askedAgain(untraced, request));
    }
  }

  /** The span of this request; before it are those of what was asked again or never answered. */
  private static ReceivedSpan takeServer() throws InterruptedException {
    ReceivedSpan span;
    do {
      span = SPANS.poll(SpanInbox.LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(span).as("span of request %s", number).isNotNull();
      assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
    } while (HostileAnswers.number(span) != number);
    return span;
  }

  /** Without what differs each time; empty if the server hangs up. */
  private static Optional<Answer> ask(URI server, byte[] request) {
    try (RawConnection connection = new RawConnection(server)) {
      return Optional.of(HostileAnswers.constant(connection.exchange(request)));
    } catch (IOException closed) {
      return Optional.empty();
    }
  }

  private static Set<Optional<Answer>> askedAgain(URI server, byte[] request) {
    Set<Optional<Answer>> all = new HashSet<>();
    for (int i = 0; i < TIMES; i++) {
      all.add(ask(server, request));
    }
    return all;
  }

  /** The fuzzer's choices in place of chance; the first ones of all when it has made no more. */
  private static final class FuzzedChoices extends Random {
    private final transient FuzzedDataProvider data;

    FuzzedChoices(FuzzedDataProvider data) {
      this.data = data;
    }

    @Override
    public int nextInt(int bound) {
      return data.consumeInt(0, bound - 1);
    }
  }
}
