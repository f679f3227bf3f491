// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.HttpServerTracing;
import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.resteasy.core.ResourceMethodRegistry;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.Dispatcher;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jspecify.annotations.Nullable;

/**
 * RESTEasy's dispatcher with a span around each request: whatever the server below and whichever
 * way the request ends, it comes in by {@link #invoke}; it goes out by it, too, but if it was
 * suspended, for which there is {@link AsyncEnd}.
 */
final class TracingDispatcher extends SynchronousDispatcher {
  private final Supplier<@Nullable Tracing> source;

  private TracingDispatcher(Dispatcher original, Supplier<@Nullable Tracing> source) {
    super(original.getProviderFactory(), (ResourceMethodRegistry) original.getRegistry());
    this.source = source;
    getDefaultContextObjects().putAll(original.getDefaultContextObjects());
    getDefaultContextObjects().put(Dispatcher.class, this);
  }

  /**
   * Puts a dispatcher of ours in the place of the deployment's, which is about to start.
   *
   * @return false if there is no deployment at hand, or a dispatcher that is not RESTEasy's own
   */
  static boolean install(Configuration configuration, Supplier<@Nullable Tracing> source) {
    ResteasyDeployment deployment = ResteasyContext.getContextData(ResteasyDeployment.class);
    Dispatcher original = deployment == null ? null : deployment.getDispatcher();
    if (original == null || original.getClass() != SynchronousDispatcher.class) {
      return original instanceof TracingDispatcher;
    }
    deployment.setDispatcher(new TracingDispatcher(original, source));
    HiddenContexts.install(deployment);
    return true;
  }

  @Override
  public void invoke(HttpRequest request, HttpResponse response) {
    Tracing tracing = source.get();
    if (tracing == null
        || HttpServerTracing.started(request.getAttribute(HttpSpan.REQUEST_PROPERTY)) != null) {
      super.invoke(request, response);
      return;
    }
    HttpSpan span = tracing.server().start(request, ResteasyRequestReader.INSTANCE);
    request.setAttribute(HttpSpan.REQUEST_PROPERTY, span);
    // Asked for now: RESTEasy forgets the servlet's request as soon as it has done its part.
    Runnable suspended = SuspendedServlet.watch(span);
    try (Scope ignored = span.makeCurrent()) {
      super.invoke(request, response);
    } catch (Throwable error) {
      span.end(500, Errors.thrownByApplication(error));
      throw error;
    }
    if (request.getAsyncContext().isSuspended()) {
      AsyncEnd.register(request, span, response::getStatus);
      suspended.run();
    } else {
      span.end(response.getStatus(), null);
    }
  }

  @Override
  public void writeException(
      HttpRequest request, HttpResponse response, Throwable error, Consumer<Throwable> onComplete) {
    HttpSpan span = span(request);
    if (span != null) {
      Throwable thrown = Errors.thrownByApplication(error);
      span.error(thrown);
      if (response.isCommitted()) {
        // Nothing can be answered any more: the body breaks off.
        span.end(response.getStatus(), thrown);
      }
    }
    // Not only on the request's thread: a stage that fails comes here from its own.
    try (Scope ignored = open(request)) {
      super.writeException(request, response, error, onComplete);
    }
  }

  /** Whichever thread resumes a suspended request comes in here, or by the next one. */
  @Override
  public void asynchronousDelivery(
      HttpRequest request, HttpResponse response, Response answer, Consumer<Throwable> onComplete)
      throws IOException {
    try (Scope ignored = open(request)) {
      super.asynchronousDelivery(request, response, answer, onComplete);
    }
  }

  @Override
  public void asynchronousExceptionDelivery(
      HttpRequest request, HttpResponse response, Throwable error, Consumer<Throwable> onComplete) {
    try (Scope ignored = open(request)) {
      super.asynchronousExceptionDelivery(request, response, error, onComplete);
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // Closed by its callers.
  private static Scope open(HttpRequest request) {
    HttpSpan span = span(request);
    return span == null ? Scope.noop() : span.makeCurrent();
  }

  private static @Nullable HttpSpan span(HttpRequest request) {
    return request.getAttribute(HttpSpan.REQUEST_PROPERTY) instanceof HttpSpan span ? span : null;
  }
}
