// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A SERVER span continues the trace that the request's headers name, and that only; headers that
 * make no sense start a new trace and harm nothing.
 *
 * <p>What W3C Trace Context asks for in full is tested elsewhere; this is what may differ from one
 * runtime to the next.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ParentContract {
  private static final int MANY_BYTES = 100_000;

  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected ParentContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @Test
  void traceparent_namesTheParent() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();

    app.get("ok", "traceparent", parent.traceparent(), "tracestate", "vendor=1,other=2");

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span).matches(parent::isParentOf);
    assertThat(span.traceState()).isEqualTo("vendor=1,other=2");
  }

  @Test
  void tracestateInTwoHeaders_isOneList() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();
    String traceparent = parent.traceparent();

    app.get("ok", "traceparent", traceparent, "tracestate", "one=1", "tracestate", "two=2");

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span).matches(parent::isParentOf);
    assertThat(span.traceState()).isEqualTo("one=1,two=2");
  }

  @Test
  void twoTraceparents_startANewTrace() throws IOException, InterruptedException {
    RemoteParent one = RemoteParent.random();
    RemoteParent two = RemoteParent.random();

    app.get("ok", "traceparent", one.traceparent(), "traceparent", two.traceparent());

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.isRoot()).isTrue();
    assertThat(span.traceId()).isNotIn(one.traceId(), two.traceId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
      })
  void malformedTraceparent_startsANewTrace(String traceparent)
      throws IOException, InterruptedException {
    int before = app.log().size();

    assertThat(app.get("ok", "traceparent", traceparent, "tracestate", "vendor=1").body())
        .isEqualTo("ok");

    ReceivedSpan span = app.takeServer("GET", "ok", 200);
    assertThat(span.traceId()).isNotEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.traceState()).isEmpty();
    assertThat(app.log().size() - before).as("lines logged").isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key=value,", ";;=,", "k=%zz,"})
  void hugeBaggage_harmsNothing(String member) throws IOException, InterruptedException {
    String baggage = member.repeat(MANY_BYTES / member.length());
    int before = app.log().size();

    assertThat(app.get("ok", "baggage", baggage).body()).isEqualTo("ok");

    assertThat(app.takeServer("GET", "ok", 200).name()).isEqualTo("GET " + app.fromRoot("ok"));
    assertThat(app.log().size() - before).as("lines logged").isLessThanOrEqualTo(1);
  }

  /** The trace goes on without a span, and after the test none may be left. */
  @Test
  void unsampledParent_meansNoSpan() throws IOException, InterruptedException {
    RemoteParent parent = RemoteParent.random();

    String current = app.get("current", "traceparent", parent.unsampled()).body();

    assertThat(current).startsWith(parent.traceId() + "-");
  }
}
