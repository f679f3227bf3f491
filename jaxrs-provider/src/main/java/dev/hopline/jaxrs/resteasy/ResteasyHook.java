// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;
import org.jboss.resteasy.client.jaxrs.internal.proxy.ClientInvoker;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jspecify.annotations.Nullable;

/** What RESTEasy offers beside filters, on the server and on the client. */
public final class ResteasyHook {
  private ResteasyHook() {}

  /**
   * Has the deployment that is about to start make a span of each request.
   *
   * @param headers is called with each response that is about to be written
   * @return what is to be registered beside it; null if there is no deployment to hook into
   */
  public static @Nullable Object server(
      Configuration configuration,
      Supplier<@Nullable Tracing> source,
      BiConsumer<HttpSpan, ContainerResponseContext> headers) {
    return TracingDispatcher.install(configuration, source) ? new AsyncEnd(headers) : null;
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
    if (context != null && isJoined(uri, context)) {
      return context;
    }
    try {
      return uri.getBaseUri().getRawPath();
    } catch (IllegalArgumentException illegal) {
      // Of a header Host that is none, which some servers let pass.
      return context == null ? "" : context;
    }
  }

  private static boolean isJoined(UriInfo uri, String context) {
    String below = uri.getPath(false);
    String text = UnparsedUri.of(uri);
    if (text != null) {
      return UnparsedUri.hasPath(text, context, below);
    }
    URI request = ResteasyRequestReader.uri(uri);
    String path = request == null ? null : request.getRawPath();
    return path != null
        && path.length() == context.length() + below.length()
        && path.startsWith(context)
        && path.endsWith(below);
  }

  /**
   * What is matched. The proxy would look for it at each question, and ask it by reflection.
   *
   * @param proxy what RESTEasy has injected
   */
  public static ResourceInfo matched(ResourceInfo proxy) {
    ResourceInfo known = ResteasyContext.getContextData(ResourceInfo.class);
    return known == null ? proxy : known;
  }

  /** Ends the call if the engine fails. */
  public static void watch(ClientRequestContext request) {
    EngineHook.watch(request);
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
