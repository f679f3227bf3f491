// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static io.opentelemetry.api.common.AttributeKey.booleanArrayKey;
import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleArrayKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longArrayKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hopline.Traced;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpanAttributeTest {
  private static Application application;
  private static Shop shop;

  @BeforeAll
  static void start() {
    application = Application.start(Shop.class);
    shop = application.bean(Shop.class);
  }

  @AfterEach
  void reset() {
    application.reset();
  }

  @AfterAll
  static void end() {
    application.close();
  }

  private static Attributes onlyAttributes() {
    return application.onlySpan().getAttributes().toBuilder()
        .remove(stringKey("code.function.name"))
        .build();
  }

  @Test
  void namedParameter_isNamedByTheAnnotation() {
    shop.named("red", 3);
    assertThat(onlyAttributes())
        .isEqualTo(Attributes.of(stringKey("color"), "red", longKey("shop.count"), 3L));
  }

  @Test
  void unnamedParameter_isNamedAsItIsInTheSource() {
    shop.unnamed("red");
    assertThat(onlyAttributes()).isEqualTo(Attributes.of(stringKey("paint"), "red"));
  }

  @Test
  void nullArgument_isNoAttribute() {
    shop.any(null);
    assertThat(onlyAttributes()).isEqualTo(Attributes.empty());
  }

  @Test
  void parameterWithoutAnnotation_isNoAttribute() {
    shop.secret("red", "hunter2");
    assertThat(onlyAttributes()).isEqualTo(Attributes.of(stringKey("paint"), "red"));
  }

  static Arguments[] values() {
    return new Arguments[] {
      arguments("text", stringKey("value"), "text"),
      arguments(true, booleanKey("value"), true),
      arguments((byte) 1, longKey("value"), 1L),
      arguments((short) 2, longKey("value"), 2L),
      arguments(3, longKey("value"), 3L),
      arguments(4L, longKey("value"), 4L),
      arguments(0.5f, doubleKey("value"), 0.5),
      arguments(0.25, doubleKey("value"), 0.25),
      arguments('c', stringKey("value"), "c"),
      arguments(Duration.ofSeconds(1), stringKey("value"), "PT1S"),
      arguments(new String[] {"a", null, "b"}, stringArrayKey("value"), List.of("a", "b")),
      arguments(new boolean[] {true, false}, booleanArrayKey("value"), List.of(true, false)),
      arguments(new int[] {1, 2}, longArrayKey("value"), List.of(1L, 2L)),
      arguments(new Long[] {1L, null}, longArrayKey("value"), List.of(1L)),
      arguments(new float[] {0.5f}, doubleArrayKey("value"), List.of(0.5)),
      arguments(List.of("a", "b"), stringArrayKey("value"), List.of("a", "b")),
      arguments(Arrays.asList(1, null, 2), longArrayKey("value"), List.of(1L, 2L)),
      arguments(Set.of(true), booleanArrayKey("value"), List.of(true)),
      arguments(List.of(0.5, 1.5f), doubleArrayKey("value"), List.of(0.5, 1.5)),
      arguments(List.of(1, "b"), stringArrayKey("value"), List.of("1", "b")),
      arguments(List.of(), stringArrayKey("value"), List.of()),
    };
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void value_keepsItsType(Object argument, AttributeKey<T> key, T expected) {
    shop.any(argument);
    assertThat(onlyAttributes()).isEqualTo(Attributes.of(key, expected));
  }

  @Test
  void argumentThatCannotBeRead_isLeftOut_andTheCallGoesOn() {
    assertThat(shop.any(new Unreadable())).isEqualTo("done");
    assertThat(shop.any(List.of(new Unreadable()))).isEqualTo("done");
    assertThat(application.spans(2).get(0).getAttributes().get(stringKey("value"))).isNull();
  }

  private static final class Unreadable {
    @Override
    public String toString() {
      throw new IllegalStateException("not for you");
    }
  }

  @ApplicationScoped
  static class Shop {
    @WithSpan
    void named(@SpanAttribute("color") String paint, @SpanAttribute("shop.count") int count) {}

    @Traced
    void unnamed(@SpanAttribute String paint) {}

    @WithSpan
    void secret(@SpanAttribute String paint, String password) {}

    @Traced
    String any(@SpanAttribute("value") Object value) {
      return "done";
    }
  }
}
