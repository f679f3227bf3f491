// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfCallsTest {
  private static final String INNER = "inner()Ljava/lang/String;";

  @ParameterizedTest
  @ValueSource(classes = {Plain.class, Lambda.class, Reference.class, Inheriting.class})
  void callOnThis_isFound(Class<?> type) {
    assertThat(SelfCalls.of(type)).contains(INNER);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ByField.class,
        ByInstance.class,
        ByParameter.class,
        ByResult.class,
        ByStream.class
      })
  void callThatMayBeOnAnotherObject_isNotSuspected(Class<?> type) {
    assertThat(SelfCalls.of(type)).doesNotContain(INNER);
  }

  @Test
  void callOfAnotherClass_isNone() {
    assertThat(SelfCalls.of(Other.class)).doesNotContain(INNER);
  }

  static class Plain {
    String outer() {
      return 2L + inner() + 0.5;
    }

    String inner() {
      return "inner";
    }
  }

  static class Lambda {
    Supplier<String> outer() {
      return () -> inner();
    }

    String inner() {
      return "inner";
    }
  }

  static class Reference {
    Supplier<String> outer() {
      return this::inner;
    }

    String inner() {
      return "inner";
    }
  }

  static class Inheriting extends Plain {}

  static class ByField {
    private ByField self;

    String outer() {
      return self.inner();
    }

    String inner() {
      return "inner";
    }
  }

  static class ByInstance {
    private Instance<ByInstance> self;

    String outer() {
      return self.get().inner();
    }

    String inner() {
      return "inner";
    }
  }

  static class ByParameter {
    String outer(ByParameter other) {
      return other.inner();
    }

    String inner() {
      return "inner";
    }
  }

  static class ByResult {
    String outer() {
      return Other.find().inner();
    }

    String inner() {
      return "inner";
    }
  }

  static class ByStream {
    List<String> outer(List<ByStream> others) {
      return others.stream().map(ByStream::inner).toList();
    }

    String inner() {
      return "inner";
    }
  }

  static class Other {
    static ByResult find() {
      return new ByResult();
    }

    String outer(Plain plain) {
      return plain.inner();
    }
  }
}
