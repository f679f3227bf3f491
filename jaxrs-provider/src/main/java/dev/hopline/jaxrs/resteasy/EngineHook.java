// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.jaxrs.exchange.ClientCall;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.engines.AsyncClientHttpEngine;
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
  private static final @Nullable MethodHandle WATCHED_CLIENT = proxies(ResteasyClient.class);
  private static final @Nullable MethodHandle WATCHED_ENGINE = proxies(ClientHttpEngine.class);
  private static final @Nullable MethodHandle WATCHED_ASYNC_ENGINE =
      proxies(AsyncClientHttpEngine.class);

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

  /** Only an engine that is asynchronous by itself leaves the thread on which the filters run. */
  static boolean staysOnThread(ClientRequestContext request) {
    return request instanceof ClientRequestContextImpl context
        && !(context.getInvocation().getClient().httpEngine() instanceof AsyncClientHttpEngine);
  }

  /** Ends the call if the engine fails. */
  static void watch(ClientRequestContext request, ClientCall call) {
    if (CLIENT == null || !(request instanceof ClientRequestContextImpl context)) {
      return;
    }
    ClientInvocation invocation = context.getInvocation();
    ResteasyClient client = invocation.getClient();
    InvocationHandler once =
        (proxy, method, arguments) -> {
          CLIENT.set(invocation, client);
          Object answer = delegate(client, method, arguments);
          return answer instanceof ClientHttpEngine engine ? watched(engine, call) : answer;
        };
    try {
      CLIENT.set(invocation, proxy(WATCHED_CLIENT, once, client));
    } catch (IllegalAccessException | RuntimeException refused) {
      // The call is worth more than to know why it fails.
      return;
    }
  }

  /** Of the kind that the client's engine is: the invocation casts it. */
  private static ClientHttpEngine watched(ClientHttpEngine engine, ClientCall call) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            Object answer = delegate(engine, method, arguments);
            return answer instanceof CompletableFuture<?> stage ? watched(stage, call) : answer;
          } catch (Throwable error) {
            if (method.getName().equals("invoke") || method.getName().equals("submit")) {
              call.fail(error);
            }
            throw error;
          }
        };
    boolean async = engine instanceof AsyncClientHttpEngine;
    MethodHandle proxies = async ? WATCHED_ASYNC_ENGINE : WATCHED_ENGINE;
    return (ClientHttpEngine) proxy(proxies, handler, engine);
  }

  /** The same future, so that the caller's cancellation still reaches the engine. */
  private static <T> CompletableFuture<T> watched(CompletableFuture<T> future, ClientCall call) {
    var unused =
        future.whenComplete(
            (result, error) -> {
              if (error != null) {
                call.fail(error);
              }
            });
    return future;
  }

  private static @Nullable Object delegate(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }

  /** The way to make such proxies, which {@link Proxy} would look for each time. */
  private static @Nullable MethodHandle proxies(Class<?> type) {
    InvocationHandler none = (proxy, method, arguments) -> null;
    try {
      Object first = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, none);
      return MethodHandles.publicLookup()
          .findConstructor(
              first.getClass(), MethodType.methodType(void.class, InvocationHandler.class))
          .asType(MethodType.methodType(Object.class, InvocationHandler.class));
    } catch (ReflectiveOperationException | RuntimeException refused) {
      return null;
    }
  }

  private static Object proxy(
      @Nullable MethodHandle constructor, InvocationHandler handler, Object target) {
    try {
      return constructor == null ? target : (Object) constructor.invokeExact(handler);
    } catch (Throwable refused) {
      return target;
    }
  }
}
