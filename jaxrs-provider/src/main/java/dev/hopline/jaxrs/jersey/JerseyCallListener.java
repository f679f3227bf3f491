// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.exchange.ClientCall;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.util.function.Supplier;
import org.glassfish.jersey.client.spi.PostInvocationInterceptor;
import org.glassfish.jersey.client.spi.PreInvocationInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * What Jersey's client tells beside the filters: when a call begins, on the caller's thread, and
 * that it failed without a response.
 */
final class JerseyCallListener implements PreInvocationInterceptor, PostInvocationInterceptor {
  private final Supplier<@Nullable Tracing> source;

  JerseyCallListener(Supplier<@Nullable Tracing> source) {
    this.source = source;
  }

  @Override
  public void beforeRequest(ClientRequestContext request) {
    // The filters of an asynchronous call run on a pool's thread, which has another context.
    if (source.get() != null) {
      ClientCall.keepParent(request, Context.current());
    }
  }

  @Override
  public void afterRequest(ClientRequestContext request, ClientResponseContext response) {}

  @Override
  public void onException(ClientRequestContext request, ExceptionContext exception) {
    ClientCall call = ClientCall.of(request);
    if (call != null) {
      call.fail(exception.getThrowables().peekFirst());
    }
  }
}
