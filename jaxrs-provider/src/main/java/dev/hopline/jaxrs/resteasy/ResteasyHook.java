// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.exchange.ClientCall;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.function.Supplier;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;
import org.jboss.resteasy.client.jaxrs.internal.proxy.ClientInvoker;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jspecify.annotations.Nullable;

/** What RESTEasy offers beside filters, on the server and on the client. */
public final class ResteasyHook {
  private ResteasyHook() {}

  /**
   * Has the deployment that is about to start make a span of each request.
   *
   * @return what is to be registered beside it; null if there is no deployment to hook into
   */
  public static @Nullable Object server(
      Configuration configuration, Supplier<@Nullable Tracing> source) {
    return TracingDispatcher.install(configuration, source) ? new AsyncEnd() : null;
  }

  /** What is to be registered on a server beside it, for methods that return a stage. */
  public static Object stages() {
    return new TracedStages();
  }

  /** Lets asynchronous calls of this thread be made where a server keeps RESTEasy to itself. */
  public static void provideContexts() {
    HiddenContexts.provide();
  }

  /**
   * The raw path of the place where the application is mounted. RESTEasy would parse a URI for it
   * at each request; its context path is the same unless a filter has set another base.
   */
  public static String basePath(UriInfo uri) {
    String context = uri instanceof ResteasyUriInfo known ? known.getContextPath() : null;
    URI request = context == null ? null : ResteasyRequestReader.uri(uri);
    String path = request == null ? null : request.getRawPath();
    if (context != null && path != null && isJoined(path, context, uri.getPath(false))) {
      return context;
    }
    try {
      return uri.getBaseUri().getRawPath();
    } catch (IllegalArgumentException illegal) {
      // Of a header Host that is none, which some servers let pass.
      return context == null ? "" : context;
    }
  }

  private static boolean isJoined(String path, String start, String end) {
    return path.length() == start.length() + end.length()
        && path.startsWith(start)
        && path.endsWith(end);
  }

  /** Ends the call if the engine fails. */
  public static void watch(ClientRequestContext request, ClientCall call) {
    EngineHook.watch(request, call);
  }

  /** Whether the thread of the filters is that of the whole call. */
  public static boolean staysOnThread(ClientRequestContext request) {
    return EngineHook.staysOnThread(request);
  }

  /** The method of an interface that the call is made by; null if it is made by none. */
  public static @Nullable Method method(ClientRequestContext request) {
    if (!(request instanceof ClientRequestContextImpl context)) {
      return null;
    }
    ClientInvoker proxy = context.getInvocation().getClientInvoker();
    return proxy == null ? null : proxy.getMethod();
  }
}
