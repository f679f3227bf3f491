// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.MethodLoad.Call;
import dev.hopline.tck.MethodLoad.Ending;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No span is lost, doubled or another's, whatever mix of calls there is on whatever threads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MethodLoadContract {
  private static final long SEED = 20_261_126;
  private static final int CALLS = 10_000;
  private static final int WORKERS = 8;

  @RegisterExtension final MethodApplication app;

  /** A contract for a runtime that is not open. */
  protected MethodLoadContract(MethodRuntime runtime) {
    app = new MethodApplication(runtime, TckLater.class);
  }

  @Test
  void mixedCalls_areOneSpanEach_belowTheirCallers() throws InterruptedException {
    List<Call> calls = new MethodLoad(app.bean(TckLater.class), SEED, CALLS).run(WORKERS);

    app.settle();
    List<ReceivedSpan> all = app.spans.takeAll();
    assertThat(all).hasSize(CALLS);
    Map<Object, ReceivedSpan> spans =
        all.stream()
            .collect(
                Collectors.toMap(
                    span -> span.attributes().get(MethodLoad.NUMBER), Function.identity()));
    assertThat(spans).hasSize(CALLS);
    calls.forEach(call -> check(call, spans));
  }

  private static void check(Call call, Map<Object, ReceivedSpan> spans) {
    ReceivedSpan span = span(call, spans);
    if (call.caller() == null) {
      assertThat(span.isRoot()).as("%s is a root", span).isTrue();
    } else {
      ReceivedSpan caller = span(call.caller(), spans);
      assertThat(span.isChildOf(caller)).as("%s is child of %s", span, caller).isTrue();
    }
    boolean failed = call.ending() == Ending.FAILURE;
    assertThat(span.status()).isEqualTo(failed ? StatusCode.ERROR : StatusCode.UNSET);
    assertThat(span.exceptions()).hasSize(failed ? 1 : 0);
  }

  private static ReceivedSpan span(Call call, Map<Object, ReceivedSpan> spans) {
    return Objects.requireNonNull(spans.get((long) call.number()));
  }
}
