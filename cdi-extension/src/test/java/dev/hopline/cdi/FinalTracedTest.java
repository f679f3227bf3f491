// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Traced;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.Dependent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code @Traced} where something is final. CDI 4.0 (section 3.10) has containers refuse such a
 * bean. Weld asks the types that extensions configure, so there it can be had; OpenWebBeans asks
 * the class itself and refuses, and is not run with these.
 */
@Tag("weld")
class FinalTracedTest {
  @Test
  void finalMethod_isReported_andTheOthersAreSpans() {
    try (var application = Application.start(FinalMethod.class)) {
      application.bean(FinalMethod.class).open();
      assertThat(application.bean(FinalMethod.class).last()).isEqualTo("final");
      assertThat(application.onlySpan().getName()).isEqualTo("FinalMethod.open");
      assertThat(application.warnings())
          .containsExactly(BindingTest.line(FinalMethod.class, "last", "final"));
    }
  }

  @Test
  void finalMethodOfATracedClass_isReported_andTheOthersAreSpans() {
    try (var application = Application.start(TracedClass.class)) {
      application.bean(TracedClass.class).open();
      assertThat(application.bean(TracedClass.class).last()).isEqualTo("final");
      assertThat(application.spans())
          .extracting(SpanData::getName)
          .containsExactly("TracedClass.open");
      assertThat(application.warnings())
          .containsExactly(BindingTest.line(TracedClass.class, "last", "final"));
    }
  }

  @Test
  void tracedFinalClass_deploys() {
    try (var application = Application.start(TracedFinalClass.class)) {
      assertThat(application.bean(TracedFinalClass.class).open()).isEqualTo("called");
      assertThat(application.spans()).isEmpty();
      assertThat(application.warnings())
          .containsExactly(BindingTest.line(TracedFinalClass.class, "open", "in a final class"));
    }
  }

  @Dependent
  static class FinalMethod {
    @Traced
    void open() {}

    @Traced
    final String last() {
      return "final";
    }
  }

  @Traced
  @Dependent
  static class TracedClass {
    void open() {}

    final String last() {
      return hidden();
    }

    private String hidden() {
      return "final";
    }
  }

  @Traced
  @Dependent
  static final class TracedFinalClass {
    String open() {
      return hidden();
    }

    private String hidden() {
      return "called";
    }
  }
}
