// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each attempt of what MicroProfile Fault Tolerance retries is a CLIENT span of its own, which says
 * how often the call was made before; where there are CDI, Fault Tolerance and REST clients.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RetryContract {
  private static final String REFUSED = TckRetriedClient.REFUSING + "gone";

  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected RetryContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bean", "stage", "client"})
  void attempts_areOneClientSpanEach(String by) throws IOException, InterruptedException {
    assertThat(app.get("retry?by=" + by).body()).contains("ConnectException");

    ReceivedSpan caller = app.spans.takeServer();
    for (int resends = 0; resends < TckRetried.TIMES; resends++) {
      ReceivedSpan client = app.spans.takeClient();
      assertThat(client).matches(span -> span.isChildOf(caller));
      assertThat(client.attribute("url.full")).isEqualTo(REFUSED);
      assertThat(client.status()).isEqualTo(StatusCode.ERROR);
      assertResends(client, resends);
    }
  }

  @Test
  void eachCallOfAnAttempt_isCountedByItself() throws IOException, InterruptedException {
    URI first = app.uri("ok");
    assertThat(app.get("retry?by=bean&first=" + first).body()).contains("ConnectException");

    for (int resends = 0; resends < TckRetried.TIMES; resends++) {
      ReceivedSpan answered = takeClient(first.toString());
      assertResends(answered, resends);
      app.spans.take(span -> span.isChildOf(answered));
      assertResends(takeClient(REFUSED), resends);
    }
    app.spans.takeServer();
  }

  private ReceivedSpan takeClient(String url) {
    return app.spans.take(url, span -> url.equals(span.attribute("url.full")));
  }

  private static void assertResends(ReceivedSpan client, int resends) {
    @Nullable Long expected = resends == 0 ? null : (long) resends;
    assertThat(client.attribute("http.request.resend_count")).isEqualTo(expected);
  }
}
