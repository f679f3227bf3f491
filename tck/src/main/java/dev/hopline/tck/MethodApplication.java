// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A CDI container that is open for a contract, and whose beans are called in this process. */
final class MethodApplication extends OpenRuntime {
  private static final String LAST = "last of a test";

  private final MethodRuntime runtime;
  private final Class<?>[] beans;

  MethodApplication(MethodRuntime runtime, Class<?>... beans) {
    super(runtime);
    this.runtime = runtime;
    this.beans = beans;
  }

  @Override
  void open(URI otlpEndpoint) throws Exception {
    runtime.open(otlpEndpoint, SETTINGS, beans);
  }

  <T> T bean(Class<T> type) {
    return runtime.bean(type);
  }

  /** What was logged since the beginning, and while the container was being made. */
  List<String> log() {
    return Stream.concat(log.all().stream(), runtime.log().stream()).toList();
  }

  /**
   * Waits until all that was ended before has arrived, which is exported in the order of its ends;
   * and sees to it that this thread is as it was.
   */
  @Override
  void settle() {
    assertThat(Context.current()).as("context of this thread").isSameAs(Context.root());
    Objects.requireNonNull(Tracing.current()).tracer().spanBuilder(LAST).startSpan().end();
    spans.take("span of this test's end", span -> span.name().equals(LAST));
  }

  /** Takes the one span that there is. */
  ReceivedSpan onlySpan() {
    settle();
    List<ReceivedSpan> all = spans.takeAll();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** Asserts that no span has ended. */
  void assertNoSpan() {
    settle();
    spans.assertEmpty();
  }
}
