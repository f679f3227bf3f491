// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.jaxrs.exchange.ClientCall;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
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
 * one question the client is replaced by one that answers with a watched engine, which puts the
 * client back. Where the field is not to be had, the call goes on unwatched.
 *
 * @param client whose engine is watched
 * @param watched stands in for it
 */
record EngineHook(ResteasyClient client, ResteasyClient watched) {
  private static final @Nullable VarHandle CLIENT = clientField();
  private static final @Nullable MethodHandle WATCHED_CLIENT = proxies(ResteasyClient.class);
  private static final @Nullable MethodHandle WATCHED_ENGINE = proxies(ClientHttpEngine.class);
  private static final @Nullable MethodHandle WATCHED_ASYNC_ENGINE =
      proxies(AsyncClientHttpEngine.class);

  /** Those that were used last. They go at a collection, for none may keep its client alive. */
  private static final AtomicReferenceArray<@Nullable WeakReference<EngineHook>> LAST =
      new AtomicReferenceArray<>(16);

  private static @Nullable VarHandle clientField() {
    try {
      return MethodHandles.privateLookupIn(ClientInvocation.class, MethodHandles.lookup())
          .findVarHandle(ClientInvocation.class, "client", ResteasyClient.class);
    } catch (ReflectiveOperationException | RuntimeException otherVersion) {
      return null;
    }
  }

  /** Only an engine that is asynchronous by itself leaves the thread on which the filters run. */
  static boolean staysOnThread(ClientRequestContext request) {
    return request instanceof ClientRequestContextImpl context
        && !(engine(context.getInvocation().getClient()) instanceof AsyncClientHttpEngine);
  }

  /** Null if the client is closed, of which the invocation is about to complain. */
  private static @Nullable ClientHttpEngine engine(ResteasyClient client) {
    try {
      return client.httpEngine();
    } catch (RuntimeException closed) {
      return null;
    }
  }

  /** Ends the call of a request if the engine fails. */
  static void watch(ClientRequestContext request) {
    if (CLIENT != null && request instanceof ClientRequestContextImpl context) {
      ClientInvocation invocation = context.getInvocation();
      CLIENT.set(invocation, of(invocation.getClient()).watched);
    }
  }

  private static EngineHook of(ResteasyClient client) {
    int place = System.identityHashCode(client) % LAST.length();
    WeakReference<EngineHook> last = LAST.get(place);
    EngineHook known = last == null ? null : last.get();
    if (known == null || known.client != client) {
      known = new EngineHook(client, watched(client));
      LAST.set(place, new WeakReference<>(known));
    }
    return known;
  }

  private static ResteasyClient watched(ResteasyClient client) {
    ClientHttpEngine own = engine(client);
    if (own == null) {
      return client;
    }
    ClientHttpEngine engine = watched(own, client);
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          Object answer = delegate(client, method, arguments);
          return answer == own ? engine : answer;
        };
    return proxy(WATCHED_CLIENT, handler, client);
  }

  /** Of the kind that the client's engine is: the invocation casts it. */
  private static ClientHttpEngine watched(ClientHttpEngine engine, ResteasyClient client) {
    InvocationHandler handler = new WatchedEngine(engine, client);
    return engine instanceof AsyncClientHttpEngine
        ? proxy(WATCHED_ASYNC_ENGINE, handler, engine)
        : proxy(WATCHED_ENGINE, handler, engine);
  }

  private record WatchedEngine(ClientHttpEngine engine, ResteasyClient client)
      implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (arguments == null
          || arguments.length == 0
          || !(arguments[0] instanceof ClientInvocation invocation)) {
        return delegate(engine, method, arguments);
      }
      if (CLIENT != null) {
        CLIENT.set(invocation, client);
      }
      try {
        Object answer = delegate(engine, method, arguments);
        return answer instanceof CompletableFuture<?> stage
            ? watched(stage, call(invocation))
            : answer;
      } catch (Throwable error) {
        fail(call(invocation), error);
        throw error;
      }
    }
  }

  private static @Nullable ClientCall call(ClientInvocation invocation) {
    return ClientCall.of(new ClientRequestContextImpl(invocation));
  }

  private static void fail(@Nullable ClientCall call, Throwable error) {
    if (call != null) {
      call.fail(error);
    }
  }

  /** The same future, so that the caller's cancellation still reaches the engine. */
  private static <T> CompletableFuture<T> watched(
      CompletableFuture<T> future, @Nullable ClientCall call) {
    var unused =
        future.whenComplete(
            (result, error) -> {
              if (error != null) {
                fail(call, error);
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

  @SuppressWarnings("unchecked") // The proxies are of the target's kind.
  private static <T> T proxy(
      @Nullable MethodHandle constructor, InvocationHandler handler, T target) {
    try {
      return constructor == null ? target : (T) (Object) constructor.invokeExact(handler);
    } catch (Throwable refused) {
      return target;
    }
  }
}
