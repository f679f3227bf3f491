// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpServerTracing;
import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The span of a request where the runtime has no hook but filters. In a servlet container it adds
 * to what the container's hook has started, and ends nothing.
 *
 * <p>It opens no scope around the resource method: an asynchronous one comes back on another
 * thread, and no filter runs on this one again to close it.
 */
@PreMatching
@Priority(Integer.MIN_VALUE)
final class ServerTracingFilter
    implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
  private static final String OUTERMOST = ServerTracingFilter.class.getName() + ".outermost";
  private static final String STATUS = ServerTracingFilter.class.getName() + ".status";

  private final Supplier<@Nullable Tracing> source;

  ServerTracingFilter(Supplier<@Nullable Tracing> source) {
    this.source = source;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    start(request);
  }

  private void start(ContainerRequestContext request) {
    Tracing tracing = source.get();
    if (tracing != null
        && HttpServerTracing.started(request.getProperty(HttpSpan.REQUEST_PROPERTY)) == null) {
      HttpSpan span = tracing.server().start(request, ContainerRequestReader.INSTANCE);
      request.setProperty(HttpSpan.REQUEST_PROPERTY, span);
      request.setProperty(OUTERMOST, true);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    // A filter before ours that aborted the request kept it from being started.
    start(request);
    if (request.getProperty(OUTERMOST) == null
        || !(request.getProperty(HttpSpan.REQUEST_PROPERTY) instanceof HttpSpan span)) {
      return;
    }
    ResponseHeaders.exchange(span, response);
    boolean again = request.getProperty(STATUS) != null;
    if (response.hasEntity() && !again && !request.getMethod().equals("HEAD")) {
      request.setProperty(STATUS, response.getStatus());
    } else {
      // No body to wait for, or the writing of the first response failed and this is the next one.
      span.end(response.getStatus(), null);
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext response) throws IOException {
    HttpSpan span = span(response);
    if (span == null) {
      response.proceed();
      return;
    }
    try (Scope ignored = span.makeCurrent()) {
      response.proceed();
    } catch (Throwable error) {
      // The runtime may still answer with an error, which the outermost hook will see.
      span.error(error);
      throw error;
    }
    if (response.getProperty(STATUS) instanceof Integer status) {
      span.end(status, null);
    }
  }

  /**
   * CXF does not show the request's properties here; in a servlet container the span is current.
   */
  private static @Nullable HttpSpan span(WriterInterceptorContext response) {
    return response.getProperty(HttpSpan.REQUEST_PROPERTY) instanceof HttpSpan span
        ? span
        : HttpSpan.current();
  }
}
