// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

/** {@code @WithSpan} never breaks a deployment, wherever it stands. */
class BindingTest {
  static String line(Class<?> type, String method, String obstacle) {
    return "WARNING "
        + type.getName()
        + "."
        + method
        + "() makes no span: CDI cannot intercept it because it is "
        + obstacle;
  }

  @Test
  void inheritedMethodsThatCannotBeBound_areReportedOnce() {
    try (var application = Application.start(WithSpans.class, SubWithSpans.class)) {
      assertThat(application.bean(SubWithSpans.class).all()).isEqualTo("private static final");
      assertThat(application.onlySpan().getName()).isEqualTo("WithSpans.all");
      assertThat(application.warnings())
          .containsExactlyInAnyOrder(
              line(WithSpans.class, "own", "private"),
              line(WithSpans.class, "shared", "static"),
              line(WithSpans.class, "last", "final"));
    }
  }

  @Test
  void finalMethodBesideABoundOne_isNoObstacle() {
    try (var application = Application.start(FinalBeside.class)) {
      application.bean(FinalBeside.class).spanned();
      assertThat(application.bean(FinalBeside.class).last()).isEqualTo("final");
      assertThat(application.onlySpan().getName()).isEqualTo("FinalBeside.spanned");
      assertThat(application.warnings()).isEmpty();
    }
  }

  @Test
  void finalClass_deploys() {
    try (var application = Application.start(FinalClass.class)) {
      assertThat(application.bean(FinalClass.class).spanned()).isEqualTo("called");
      assertThat(application.spans()).isEmpty();
      assertThat(application.warnings())
          .containsExactly(line(FinalClass.class, "spanned", "in a final class"));
    }
  }

  @Test
  void classWithoutAPlainConstructor_deploys() {
    try (var application = Application.start(Injected.class, FinalBeside.class)) {
      assertThat(application.bean(Injected.class).spanned()).isEqualTo("called");
      assertThat(application.onlySpan().getName()).isEqualTo("Injected.spanned");
    }
  }

  @Dependent
  static class WithSpans {
    @WithSpan
    String all() {
      return own() + shared() + last();
    }

    @WithSpan
    private String own() {
      return "private ";
    }

    @WithSpan
    static String shared() {
      return "static ";
    }

    @WithSpan
    final String last() {
      return "final";
    }
  }

  @Dependent
  static class SubWithSpans extends WithSpans {
    @WithSpan
    void more() {}
  }

  @Singleton
  static class FinalBeside {
    @WithSpan
    void spanned() {}

    final String last() {
      return "final";
    }
  }

  @Dependent
  static final class FinalClass {
    @WithSpan
    String spanned() {
      return "called";
    }
  }

  @Dependent
  static class Injected {
    private final FinalBeside beside;

    @Inject
    Injected(FinalBeside beside) {
      this.beside = beside;
    }

    @WithSpan
    String spanned() {
      return beside == null ? "not injected" : "called";
    }
  }
}
