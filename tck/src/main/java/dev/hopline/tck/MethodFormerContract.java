// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Classes of MicroProfile OpenTracing make the spans of its guide, as they are and with one import
 * changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MethodFormerContract {
  @RegisterExtension final MethodApplication app;

  /** A contract for a runtime that is not open. */
  protected MethodFormerContract(MethodRuntime runtime) {
    app =
        new MethodApplication(
            runtime,
            Stream.of(TckFormer.BEANS, TckMigrated.BEANS)
                .flatMap(Stream::of)
                .toArray(Class<?>[]::new));
  }

  private static List<Class<?>> both(String bean) throws ClassNotFoundException {
    return List.of(
        Class.forName(TckFormer.class.getName() + '$' + bean),
        Class.forName(TckMigrated.class.getName() + '$' + bean));
  }

  private void call(Class<?> bean, String method) throws ReflectiveOperationException {
    bean.getMethod(method).invoke(app.bean(bean));
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "Orders, place,  Orders.place",
    "Orders, settle, pay",
    "Stock,  take,   Stock.take",
    "Stock,  audit,  count"
  })
  void tracedMethod_isOneSpan(String bean, String method, String name)
      throws ReflectiveOperationException {
    for (Class<?> type : both(bean)) {
      call(type, method);

      ReceivedSpan span = app.onlySpan();
      assertThat(span.kind() + " " + span.name()).isEqualTo("INTERNAL " + name);
      assertThat(span.status()).isEqualTo(StatusCode.UNSET);
      assertThat(span.attributes())
          .containsEntry("code.function.name", type.getName() + '.' + method);
    }
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({"Orders, quiet", "Orders, quietAndNamed", "Orders, plain", "Stock, quiet"})
  void otherMethod_isNoSpan(String bean, String method) throws ReflectiveOperationException {
    for (Class<?> type : both(bean)) {
      call(type, method);

      app.assertNoSpan();
    }
  }

  @Test
  void exception_isAnError() throws ReflectiveOperationException {
    for (Class<?> type : both("Orders")) {
      Throwable thrown = catchThrowable(() -> call(type, "fail"));

      assertThat(thrown.getCause()).isExactlyInstanceOf(IllegalStateException.class);
      ReceivedSpan span = app.onlySpan();
      assertThat(span.name()).isEqualTo("Orders.fail");
      assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    }
  }

  @Test
  void stage_endsTheSpan() throws ReflectiveOperationException {
    for (Class<?> type : both("Orders")) {
      CompletableFuture<String> parcel = new CompletableFuture<>();
      Object stage =
          type.getMethod("deliver", CompletableFuture.class).invoke(app.bean(type), parcel);
      app.assertNoSpan();
      parcel.complete("here");

      assertThat(stage).isSameAs(parcel);
      assertThat(app.onlySpan().name()).isEqualTo("deliver");
    }
  }
}
