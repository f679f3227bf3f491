// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpClientRequest;
import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import dev.hopline.jaxrs.exchange.ClientCall;
import dev.hopline.jaxrs.quarkus.QuarkusHook;
import dev.hopline.jaxrs.resteasy.ResteasyHook;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts the span of a call and injects its context; ends it at the response. It runs last before
 * the call goes out and first when the answer comes, so that what other filters do is not the other
 * service's time. No scope is opened: nothing of the user's runs in between.
 */
@Priority(Integer.MAX_VALUE)
final class ClientTracingFilter implements ClientRequestFilter, ClientResponseFilter {
  private final Supplier<@Nullable Tracing> source;
  private final KnownRuntime runtime;
  private final Call call = new Call(new RestClientMethod.Known());

  ClientTracingFilter(Supplier<@Nullable Tracing> source, KnownRuntime runtime) {
    this.source = source;
    this.runtime = runtime;
  }

  @Override
  public void filter(ClientRequestContext request) {
    Tracing tracing = source.get();
    // Registered twice, by a scan and by a listener, it still makes one span.
    if (tracing == null || ClientCall.span(request) != null) {
      return;
    }
    HttpSpan span = tracing.client().start(ClientCall.parent(request), request, call);
    ClientCall.keepSpan(request, span);
    watchForFailure(request, span);
  }

  /** Jakarta REST has no callback for a call that fails; Jersey's hook is registered beside us. */
  private void watchForFailure(ClientRequestContext request, HttpSpan span) {
    if (runtime == KnownRuntime.RESTEASY) {
      ResteasyHook.watch(request, span);
    } else if (runtime == KnownRuntime.QUARKUS) {
      QuarkusHook.watch(request, span);
    }
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    HttpSpan span = ClientCall.span(request);
    // Quarkus calls this with status 0 when there is no response; its hook has the reason.
    if (span != null && response.getStatus() > 0) {
      span.response(response, ClientResponseContext::getHeaderString);
      span.end(response.getStatus(), null);
    }
  }

  private record Call(RestClientMethod.Known methods)
      implements HttpClientRequest<ClientRequestContext> {

    @Override
    public String method(ClientRequestContext request) {
      return request.getMethod();
    }

    @Override
    public URI uri(ClientRequestContext request) {
      return request.getUri();
    }

    @Override
    public @Nullable String header(ClientRequestContext request, String name) {
      return request.getHeaderString(name);
    }

    @Override
    public @Nullable String urlTemplate(ClientRequestContext request) {
      RestClientMethod method = methods.of(request);
      return method == null ? null : method.template();
    }

    @Override
    public boolean isTraced(ClientRequestContext request) {
      RestClientMethod method = methods.of(request);
      return method == null || method.traced();
    }

    @Override
    public void set(@Nullable ClientRequestContext request, String key, String value) {
      if (request != null) {
        request.getHeaders().putSingle(key, value);
      }
    }
  }
}
