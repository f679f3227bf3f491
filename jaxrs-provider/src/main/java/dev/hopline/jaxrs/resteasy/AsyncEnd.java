// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.HttpSpan;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.ResteasyAsynchronousResponse;
import org.jspecify.annotations.Nullable;

/**
 * The end of a request that was suspended: when its asynchronous response is complete, on whichever
 * thread. The callback is registered at the response filter, as a quick response may be complete
 * before the dispatcher has returned, and after it, as a filter that throws keeps ours from being
 * called.
 *
 * <p>It is no {@link jakarta.ws.rs.ext.WriterInterceptor}, too: one that is not RESTEasy's kind
 * makes it write every response in a way that blocks.
 */
@Priority(Integer.MIN_VALUE)
final class AsyncEnd implements ContainerResponseFilter {
  private final BiConsumer<HttpSpan, ContainerResponseContext> headers;

  /**
   * @param headers is called with each response that is about to be written
   */
  AsyncEnd(BiConsumer<HttpSpan, ContainerResponseContext> headers) {
    this.headers = headers;
  }

  static void register(HttpRequest request, HttpSpan span, IntSupplier status) {
    ResteasyAsynchronousResponse response = request.getAsyncContext().getAsyncResponse();
    if (response != null) {
      response.register((CompletionCallback) error -> end(span, status.getAsInt(), error));
    }
  }

  /** With an error status the exception was the response's; else it kept it from being written. */
  private static void end(HttpSpan span, int status, @Nullable Throwable error) {
    Throwable thrown = error == null ? null : Errors.thrownByApplication(error);
    if (thrown != null) {
      span.error(thrown);
    }
    span.end(status, status < 400 ? thrown : null);
  }

  @Override
  public void filter(ContainerRequestContext context, ContainerResponseContext response) {
    if (!(context.getProperty(HttpSpan.REQUEST_PROPERTY) instanceof HttpSpan span)) {
      return;
    }
    headers.accept(span, response);
    if (context instanceof PreMatchContainerRequestContext resteasy
        && resteasy.getHttpRequest().getAsyncContext().isSuspended()) {
      int status = response.getStatus();
      register(resteasy.getHttpRequest(), span, () -> status);
    }
  }
}
