// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An annotation where CDI sees no call breaks nothing, and is reported by the method's name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MethodBindingContract {
  @RegisterExtension final MethodApplication app;

  /** A contract for a runtime that is not open. */
  protected MethodBindingContract(MethodRuntime runtime) {
    app = new MethodApplication(runtime, TckUnseen.BEANS);
  }

  /** The lines of the log in which a method is named. */
  private List<String> reports(String method) {
    String name = TckUnseen.class.getName() + '$' + method + "()";
    return app.log().stream().filter(line -> line.contains(name)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "private,     Methods.ofThis, because it is private",
    "static,      Methods.ofClass, because it is static",
    "final,       Methods.last,   because it is final",
    "constructor, Methods.<init>, because it is a constructor"
  })
  void methodThatCannotBeIntercepted_isReportedOnce(String what, String method, String reason) {
    assertThat(reports(method)).singleElement().asString().contains(reason);
  }

  @Test
  void methodThatOptsOut_isNotReported() {
    assertThat(reports("Methods.quiet")).isEmpty();
  }

  @Test
  void methodsThatCannotBeIntercepted_stayAsTheyAre() {
    assertThat(app.bean(TckUnseen.Methods.class).all()).isEqualTo("private static final");
    app.assertNoSpan();
  }

  @Test
  void methodThatItsObjectCalls_isOneSpan() {
    assertThat(app.bean(TckUnseen.Calling.class).outer()).isEqualTo("inner");
    assertThat(app.onlySpan().name()).isEqualTo("Calling.inner");
  }

  @Test
  void methodThatItsObjectCalls_isReportedWhereItIsNoSpan() {
    assertThat(app.bean(TckUnseen.Calling.class).outer()).isEqualTo("inner");
    app.settle();
    int spans = app.spans.takeAll().size();
    assertThat(reports("Calling.inner")).hasSize(1 - spans);
  }

  @Test
  void methodThatItsObjectCallsThroughCdi_isOneSpan_andNotReported() {
    assertThat(app.bean(TckUnseen.Injected.class).outer()).isEqualTo("inner");
    assertThat(app.onlySpan().name()).isEqualTo("Injected.inner");
    assertThat(reports("Injected.inner")).isEmpty();
  }
}
