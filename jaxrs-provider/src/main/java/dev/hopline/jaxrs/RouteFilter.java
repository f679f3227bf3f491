// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.quarkus.QuarkusHook;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/**
 * Tells the span its route as soon as the request is matched, so that a filter that refuses the
 * request is seen with it.
 */
@Priority(Integer.MIN_VALUE)
final class RouteFilter implements ContainerRequestFilter {
  private final RouteTemplates templates = new RouteTemplates();
  private final KnownRuntime runtime;

  // The runtime's proxy for the request at hand: Jakarta REST offers no other way to it.
  @Context private @Nullable ResourceInfo injected;

  RouteFilter(KnownRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    HttpSpan span = RequestSpan.of(request);
    if (span != null) {
      ResourceInfo resource =
          runtime == KnownRuntime.QUARKUS ? QuarkusHook.resource(request) : injected;
      String route = templates.of(resource, request.getUriInfo());
      if (route != null) {
        span.route(route);
      }
    }
  }
}
