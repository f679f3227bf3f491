// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hopline.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which parameters of methods are attributes of spans, of which span, and of which type. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MethodAttributeContract {
  @RegisterExtension final MethodApplication app;

  /** A contract for a runtime that is not open. */
  protected MethodAttributeContract(MethodRuntime runtime) {
    app = new MethodApplication(runtime, TckAttributes.class);
  }

  private TckAttributes bean() {
    return app.bean(TckAttributes.class);
  }

  private Map<String, Object> onlyAttributes() {
    Map<String, Object> attributes = new HashMap<>(app.onlySpan().attributes());
    attributes.remove("code.function.name");
    return attributes;
  }

  @Test
  void namedParameter_isNamedByTheAnnotation() {
    bean().named("red", 3);
    assertThat(onlyAttributes()).isEqualTo(Map.of("color", "red", "shop.count", 3L));
  }

  @Test
  void unnamedParameter_isNamedAsItIsInTheSource() {
    bean().unnamed("red");
    assertThat(onlyAttributes()).isEqualTo(Map.of("paint", "red"));
  }

  @Test
  void nullArgument_isNoAttribute() {
    bean().any(null);
    assertThat(onlyAttributes()).isEmpty();
  }

  @Test
  void parameterWithoutAnnotation_isNoAttribute() {
    bean().secret("red", "hunter2");
    assertThat(onlyAttributes()).isEqualTo(Map.of("paint", "red"));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments("String", "text", "text"),
        arguments("Boolean", true, true),
        arguments("Byte", (byte) 1, 1L),
        arguments("Short", (short) 2, 2L),
        arguments("Integer", 3, 3L),
        arguments("Long", 4L, 4L),
        arguments("Float", 0.5f, 0.5),
        arguments("Double", 0.25, 0.25),
        arguments("Character", 'c', "c"),
        arguments("enum", Thread.State.NEW, "NEW"),
        arguments("any other", Duration.ofSeconds(1), "PT1S"),
        arguments("String[]", new String[] {"a", null, "b"}, List.of("a", "b")),
        arguments("boolean[]", new boolean[] {true, false}, List.of(true, false)),
        arguments("int[]", new int[] {1, 2}, List.of(1L, 2L)),
        arguments("Long[]", new Long[] {1L, null}, List.of(1L)),
        arguments("float[]", new float[] {0.5f}, List.of(0.5)),
        arguments("double[]", new double[] {0.5, 1.5}, List.of(0.5, 1.5)),
        arguments("List of String", List.of("a", "b"), List.of("a", "b")),
        arguments("List of Integer", Arrays.asList(1, null, 2), List.of(1L, 2L)),
        arguments("Set of Boolean", Set.of(true), List.of(true)),
        arguments("List of Double and Float", List.of(0.5, 1.5f), List.of(0.5, 1.5)),
        arguments("List of several", List.of(1, "b"), List.of("1", "b")),
        arguments("empty List", List.of(), List.of()));
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @MethodSource("values")
  void argument_keepsItsType(String type, Object argument, Object expected) {
    bean().any(argument);
    assertThat(onlyAttributes()).isEqualTo(Map.of("value", expected));
  }

  @Test
  void argumentThatCannotBeRead_isLeftOut_andTheCallGoesOn() {
    assertThat(bean().any(new Unreadable())).isEqualTo("done");
    assertThat(onlyAttributes()).isEmpty();
    assertThat(bean().any(List.of(new Unreadable()))).isEqualTo("done");
    assertThat(onlyAttributes()).isEmpty();
  }

  private static final class Unreadable {
    @Override
    public String toString() {
      throw new IllegalStateException("not for you");
    }
  }

  private static void withinSpan(Runnable call) {
    Span span = Objects.requireNonNull(Tracing.current()).tracer().spanBuilder("any").startSpan();
    try (Scope ignored = span.makeCurrent()) {
      call.run();
    }
    span.end();
  }

  @Test
  void addingSpanAttributes_addsToTheCurrentSpan() {
    withinSpan(() -> assertThat(bean().adding("first", "hunter2")).isEqualTo("done"));
    assertThat(app.onlySpan().attributes()).isEqualTo(Map.of("added", "first"));
  }

  @Test
  void addingSpanAttributes_addsToTheCurrentSpan_whereTheMethodOptsOut() {
    withinSpan(() -> bean().addingAndOptedOut("first"));
    assertThat(app.onlySpan().attributes()).isEqualTo(Map.of("added", "first"));
  }

  @Test
  void addingSpanAttributes_withoutSpan_leavesTheCallAlone() {
    assertThat(bean().adding("first", "other")).isEqualTo("done");
    app.assertNoSpan();
  }

  @Test
  void addingSpanAttributesBesideWithSpan_addsToTheSpanOfTheMethod() {
    withinSpan(() -> bean().addingToItsOwn("first"));
    List<ReceivedSpan> spans = app.spans.take(2);
    assertThat(spans.get(0).attribute("added")).isEqualTo("first");
    assertThat(spans.get(1).attributes()).isEmpty();
  }

  @Test
  void methodThatOptsOut_addsNothing() {
    withinSpan(() -> bean().optedOut("first"));
    assertThat(app.onlySpan().attributes()).isEmpty();
  }
}
