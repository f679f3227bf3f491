// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Traced;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedMethodConfigurator;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The binding of one type's methods, for containers with portable extensions. */
final class TypeBinding {
  private final AnnotatedTypeConfigurator<?> type;
  private final BindingRule rule;

  TypeBinding(AnnotatedTypeConfigurator<?> type, BindingRule rule) {
    this.type = type;
    this.rule = rule;
  }

  /**
   * Gives the binding to methods with an annotation of OpenTelemetry, and takes it where it cannot
   * be.
   */
  void apply() {
    reportConstructors();
    boolean unbound = unbindClass();
    if (!unbound && isFormerAlone(type.getAnnotated())) {
      type.add(TracedLiteral.INSTANCE);
    }
    Set<String> selfCalls = SelfCalls.of(type.getAnnotated().getJavaClass());
    for (AnnotatedMethodConfigurator<?> method : type.methods()) {
      if (unbound || isAnnotated(method.getAnnotated())) {
        reportSelfCalls(method.getAnnotated(), selfCalls);
        apply(method);
      }
    }
  }

  private void reportConstructors() {
    type.getAnnotated().getConstructors().stream()
        .filter(TypeBinding::isAnnotated)
        .map(constructor -> constructor.getJavaMember().getDeclaringClass().getName())
        .forEach(name -> rule.report(name, BindingRule.CONSTRUCTOR, "a constructor"));
  }

  private void reportSelfCalls(AnnotatedMethod<?> method, Set<String> selfCalls) {
    Method member = method.getJavaMember();
    if (obstacle(method) == null
        && isAnnotated(method)
        && !isOptedOut(method)
        && selfCalls.contains(SelfCalls.name(member))) {
      rule.reportSelfCalls(member.getDeclaringClass().getName(), member.getName());
    }
  }

  /**
   * Takes the binding from a class that has something final: both containers would refuse to deploy
   * it. Its methods get it one by one.
   */
  private boolean unbindClass() {
    boolean unbound =
        has(type.getAnnotated(), BindingRule::isTraced)
            && type.getAnnotated().getMethods().stream().anyMatch(this::isRefused);
    if (unbound) {
      type.remove(TypeBinding::isTraced);
    }
    return unbound;
  }

  private void apply(AnnotatedMethodConfigurator<?> configurator) {
    AnnotatedMethod<?> method = configurator.getAnnotated();
    String obstacle = obstacle(method);
    if (obstacle == null && !method.isAnnotationPresent(Traced.class)) {
      configurator.add(TracedLiteral.INSTANCE);
    } else if (obstacle != null) {
      if ((isAnnotated(method) || isRefused(method)) && !isOptedOut(method)) {
        Method member = method.getJavaMember();
        rule.report(member.getDeclaringClass().getName(), member.getName(), obstacle);
      }
      configurator.remove(
          TypeBinding::isTraced); // Last: OpenWebBeans then shows the method without it.
    }
  }

  private static boolean isTraced(Annotation annotation) {
    return BindingRule.isTraced(annotation.annotationType().getName());
  }

  private static boolean isOptedOut(AnnotatedMethod<?> method) {
    Traced own = method.getAnnotation(Traced.class);
    Traced traced = own == null ? Traced.Nearest.on(method.getJavaMember()) : own;
    return traced != null && !traced.value();
  }

  /** Whether MicroProfile OpenTracing's annotation is on the type or a method of it. */
  static boolean isFormer(AnnotatedType<?> type) {
    return has(type, BindingRule::isFormer)
        || type.getMethods().stream().anyMatch(method -> has(method, BindingRule::isFormer));
  }

  private static boolean isFormerAlone(Annotated type) {
    return has(type, BindingRule::isFormer) && !type.isAnnotationPresent(Traced.class);
  }

  private static boolean has(Annotated element, Predicate<String> name) {
    return element.getAnnotations().stream()
        .anyMatch(annotation -> name.test(annotation.annotationType().getName()));
  }

  private static boolean isAnnotated(Annotated method) {
    return has(method, BindingRule::isTraced)
        || method.isAnnotationPresent(WithSpan.class)
        || method.isAnnotationPresent(AddingSpanAttributes.class);
  }

  /** Private and static methods of a bound class are no obstacle: CDI passes them over. */
  private boolean isRefused(AnnotatedMethod<?> method) {
    String obstacle = obstacle(method);
    return obstacle != null && obstacle.contains("final");
  }

  private @Nullable String obstacle(AnnotatedMethod<?> method) {
    String obstacle = BindingRule.obstacle(method.getJavaMember().getModifiers());
    boolean finalClass = Modifier.isFinal(type.getAnnotated().getJavaClass().getModifiers());
    return obstacle == null && finalClass ? "in a final class" : obstacle;
  }
}
