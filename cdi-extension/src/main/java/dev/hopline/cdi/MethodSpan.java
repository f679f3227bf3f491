// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a method's spans have in common, read from its annotations at its first call. */
final class MethodSpan {
  private static final AttributeKey<String> CODE_FUNCTION_NAME =
      AttributeKey.stringKey("code.function.name");

  // Each class holds its own methods' facts, so they go when its class loader goes. The class is
  // the target's: a method may be inherited into classes with different annotations.
  private static final ClassValue<Map<Method, MethodSpan>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<Method, MethodSpan> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private final SpanAnnotations annotations;
  private final String name;
  private final String function;
  private final boolean resource;
  private final List<ParameterAttribute> parameters;
  private final @Nullable AsyncResult wrapping;

  private MethodSpan(Class<?> target, Method method) {
    Class<?> type = method.getDeclaringClass();
    annotations = SpanAnnotations.of(target, method);
    name = annotations.name(simpleName(type) + '.' + method.getName());
    function = type.getName() + '.' + method.getName();
    resource = ResourceMethods.contains(method);
    parameters = ParameterAttribute.of(method);
    wrapping = AsyncResult.of(method);
  }

  static MethodSpan of(InvocationContext call) {
    Method called = call.getMethod();
    // Jersey's REST clients are intercepted, and all that they are is their interface.
    boolean client = Modifier.isAbstract(called.getModifiers());
    Class<?> target = client ? called.getDeclaringClass() : call.getTarget().getClass();
    Map<Method, MethodSpan> methods = KNOWN.get(target);
    MethodSpan known = methods.get(called);
    return known != null
        ? known
        : methods.computeIfAbsent(called, method -> new MethodSpan(target, method));
  }

  private static String simpleName(Class<?> type) {
    // Anonymous classes have no simple name.
    String name = type.getSimpleName();
    return name.isEmpty() ? type.getName().substring(type.getName().lastIndexOf('.') + 1) : name;
  }

  /** Starts the span of one call; null if the call is to have none of its own. */
  @Nullable Span start(Tracing tracing, InvocationContext call) {
    if (annotations.optedOut()) {
      suppressServerSpan();
    }
    if (tracing.joined() && annotations.withSpan()) {
      return null; // It is the other's, attributes included.
    }
    if (!annotations.makesSpan() || namesServerSpan()) {
      addAttributes(call);
      return null;
    }
    SpanBuilder span =
        tracing
            .tracer()
            .spanBuilder(name)
            .setSpanKind(annotations.kind())
            .setAttribute(CODE_FUNCTION_NAME, function);
    if (!annotations.inheritContext()) {
      span.setNoParent();
    }
    setAttributes(span::setAttribute, call);
    return span.startSpan();
  }

  /** Ends the span with what the method returned, now or later; what the caller gets of it. */
  @Nullable Object end(Tracing tracing, Context context, @Nullable Object result) {
    return AsyncResult.end(wrapping, tracing, context, result);
  }

  /** To the span that is current, be it that of the request that the method serves. */
  private void addAttributes(InvocationContext call) {
    Span current = Span.current();
    if (annotations.addsAttributes() && current.isRecording()) {
      setAttributes(current::setAttribute, call);
    }
  }

  private void setAttributes(UntypedKey.Target span, InvocationContext call) {
    if (!parameters.isEmpty()) {
      Object[] arguments = call.getParameters();
      parameters.forEach(parameter -> parameter.set(span, arguments));
    }
  }

  private void suppressServerSpan() {
    HttpSpan server = resource ? HttpSpan.current() : null;
    if (server != null) {
      server.suppress();
    }
  }

  /** On a resource method {@code @Traced} is about the SERVER span, which the request has. */
  private boolean namesServerSpan() {
    HttpSpan server = resource ? HttpSpan.current() : null;
    if (server == null || annotations.withSpan()) {
      return false;
    }
    if (annotations.named()) {
      server.name(name);
    }
    return true;
  }
}
