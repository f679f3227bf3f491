// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hopline.tck.TckMethods.Shop;
import dev.hopline.tck.TckMethods.StringShop;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which calls of methods are spans, and with what name, kind, parent and error. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MethodContract {
  @RegisterExtension final MethodApplication app;

  /** A contract for a runtime that is not open. */
  protected MethodContract(MethodRuntime runtime) {
    app = new MethodApplication(runtime, TckMethods.BEANS);
  }

  /** Calls a method that has no parameters. */
  private Method call(String type, String name) throws ReflectiveOperationException {
    Class<?> bean = Class.forName(TckMethods.class.getName() + '$' + type);
    Method method = bean.getMethod(name);
    method.invoke(app.bean(bean));
    return method;
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Traced                              | Shop             | traced               | INTERNAL Shop.traced
          @Traced with members                 | Shop             | tracedMembers        | PRODUCER buy
          @WithSpan                            | Shop             | withSpan             | INTERNAL Shop.withSpan
          @WithSpan with members               | Shop             | withSpanMembers      | CONSUMER sell
          @WithSpan with a kind alone          | Shop             | withSpanKind         | SERVER Shop.withSpanKind
          both, where @WithSpan wins           | Shop             | both                 | CLIENT by WithSpan
          both, where @WithSpan sets nothing   | Shop             | bothWithOpenWithSpan | CONSUMER by Traced
          @WithSpan and @AddingSpanAttributes  | Shop             | addingToItsOwn       | INTERNAL Shop.addingToItsOwn
          @Traced class                        | TracedShop       | buy                  | INTERNAL TracedShop.buy
          @Traced method of a @Traced class    | TracedShop       | renamed              | INTERNAL renamed
          @WithSpan method of a @Traced class  | TracedShop       | spanned              | INTERNAL spanned
          @Traced superclass                   | SubShop          | own                  | INTERNAL SubShop.own
          method of a @Traced superclass       | SubShop          | buy                  | INTERNAL TracedShop.buy
          inherited @WithSpan                  | PlainSubShop     | withSpan             | INTERNAL Shop.withSpan
          @WithSpan in a class that opts out   | QuietShop        | loud                 | INTERNAL QuietShop.loud
          @Traced in a class that opts out     | QuietShop        | traced               | INTERNAL QuietShop.traced
          stereotype                           | ServiceShop      | buy                  | INTERNAL service
          @WithSpan below a stereotype         | ServiceShop      | spanned              | INTERNAL nearer
          stereotype of a stereotype           | InnerServiceShop | buy                  | INTERNAL service
          """)
  void annotatedMethod_isOneSpan(String what, String type, String name, String expected)
      throws ReflectiveOperationException {
    Method method = call(type, name);

    ReceivedSpan span = app.onlySpan();
    assertThat(span.kind() + " " + span.name()).isEqualTo(expected);
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.scope()).isEqualTo("dev.hopline");
    assertThat(span.isRoot()).isTrue();
    assertThat(span.attributes())
        .isEqualTo(Map.of("code.function.name", method.getDeclaringClass().getName() + '.' + name));
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no annotation                        | Shop             | plain
          @Traced(false) beside @WithSpan      | Shop             | optedOut
          @AddingSpanAttributes alone          | Shop             | adding
          @Traced(false) in a @Traced class    | TracedShop       | optedOut
          @Traced(false) inherited             | SubShop          | optedOut
          subclass that opts out               | QuietSubShop     | buy
          override without annotation          | PlainSubShop     | traced
          class that opts out                  | QuietShop        | quiet
          @Traced(false) below a stereotype    | ServiceShop      | optedOut
          class that opts out of a stereotype  | QuietServiceShop | buy
          """)
  void otherMethod_isNoSpan(String what, String type, String name)
      throws ReflectiveOperationException {
    call(type, name);

    app.assertNoSpan();
  }

  @Test
  void genericInterface_isOneSpan() {
    TckMethods.Buying<String> shop = app.bean(StringShop.class);
    shop.buy("book");
    assertThat(app.onlySpan().name()).isEqualTo("StringShop.buy");
    shop.sell("book");
    app.assertNoSpan();
  }

  @Test
  void span_isCurrentInTheMethod() {
    String current = app.bean(Shop.class).current();
    assertThat(app.onlySpan().spanId()).isEqualTo(current);
  }

  @Test
  void calledMethod_isChild_andHasTheBaggage() {
    assertThat(withBaggage(() -> app.bean(Shop.class).calling(app.bean(Shop.class))))
        .isEqualTo("blue");
    List<ReceivedSpan> spans = app.spans.take(2);
    assertThat(spans.get(0)).matches(inner -> inner.isChildOf(spans.get(1)));
  }

  @Test
  void methodThatOptsOut_handsTheContextOn() {
    assertThat(withBaggage(() -> app.bean(Shop.class).callingThroughQuiet(app.bean(Shop.class))))
        .isEqualTo("blue");
    List<ReceivedSpan> spans = app.spans.take(2);
    assertThat(spans.get(0)).matches(inner -> inner.isChildOf(spans.get(1)));
  }

  @Test
  void inheritContextFalse_startsNewTrace_andHasTheBaggage() {
    assertThat(withBaggage(() -> app.bean(Shop.class).callingAlone(app.bean(Shop.class))))
        .isEqualTo("blueblue");
    assertThat(app.spans.take(3))
        .allMatch(ReceivedSpan::isRoot)
        .extracting(ReceivedSpan::traceId)
        .doesNotHaveDuplicates();
  }

  private static String withBaggage(Supplier<String> call) {
    try (Scope ignored = Baggage.builder().put("tenant", "blue").build().makeCurrent()) {
      return call.get();
    }
  }

  static Stream<Arguments> throwables() {
    return Stream.of(
        Arguments.of("unchecked", new IllegalStateException("unchecked")),
        Arguments.of("checked", new IOException("checked")),
        Arguments.of("error", new AssertionError("error")));
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @MethodSource("throwables")
  void thrown_isRecorded_andIsTheSameInstance(String what, Throwable thrown) {
    Shop shop = app.bean(Shop.class);
    assertThat(catchThrowable(() -> shop.failTraced(thrown))).isSameAs(thrown);
    assertFailed(app.onlySpan(), thrown);
    assertThat(catchThrowable(() -> shop.failWithSpan(thrown))).isSameAs(thrown);
    assertFailed(app.onlySpan(), thrown);
  }

  @Test
  void throwableThatCannotBeRead_isTheSameInstance() {
    Throwable unreadable =
        new RuntimeException() {
          private static final long serialVersionUID = 1;

          @Override
          public String getMessage() {
            throw new IllegalStateException("no message for you");
          }
        };
    assertThat(catchThrowable(() -> app.bean(Shop.class).failTraced(unreadable)))
        .isSameAs(unreadable);
    assertThat(app.onlySpan().status()).isEqualTo(StatusCode.ERROR);
  }

  /** Asserts that a span tells of a method that failed, by itself or by its result. */
  static void assertFailed(ReceivedSpan span, Throwable thrown) {
    String type = thrown.getClass().getName();
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attribute("error.type")).isEqualTo(type);
    assertThat(span.exceptions())
        .singleElement()
        .extracting(exception -> exception.get("exception.type"))
        .isEqualTo(type);
  }
}
