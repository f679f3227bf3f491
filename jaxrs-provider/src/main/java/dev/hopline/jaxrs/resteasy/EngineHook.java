// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.exchange.ClientCall;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;
import org.jspecify.annotations.Nullable;

/**
 * Sees the failure of a call on RESTEasy's client, which tells nobody.
 *
 * <p>Right after the filters the invocation asks its client for the engine and calls that. For this
 * one question the client is replaced by one that answers with a watched engine. Where the field is
 * not to be had, the call goes on unwatched.
 */
final class EngineHook {
  private static final @Nullable Field CLIENT = clientField();

  private EngineHook() {}

  private static @Nullable Field clientField() {
    try {
      Field field = ClientInvocation.class.getDeclaredField("client");
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException | RuntimeException otherVersion) {
      return null;
    }
  }

  /** Ends the span if the engine throws. */
  static void watch(ClientRequestContext request, HttpSpan span) {
    if (CLIENT == null || !(request instanceof ClientRequestContextImpl context)) {
      return;
    }
    ClientInvocation invocation = context.getInvocation();
    ResteasyClient client = invocation.getClient();
    InvocationHandler once =
        (proxy, method, arguments) -> {
          CLIENT.set(invocation, client);
          Object answer = call(client, method, arguments);
          return answer instanceof ClientHttpEngine engine ? watched(engine, span) : answer;
        };
    try {
      CLIENT.set(invocation, proxy(ResteasyClient.class, client, once));
    } catch (IllegalAccessException | RuntimeException refused) {
      // The span is then ended by a response, or not at all: the call is worth more.
      return;
    }
  }

  private static ClientHttpEngine watched(ClientHttpEngine engine, HttpSpan span) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return call(engine, method, arguments);
          } catch (Throwable error) {
            if (method.getName().equals("invoke")) {
              span.end(0, ClientCall.reason(error));
            }
            throw error;
          }
        };
    return proxy(ClientHttpEngine.class, engine, handler);
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, T target, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(target.getClass().getClassLoader(), new Class<?>[] {type}, handler));
  }
}
