// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.HttpServerTracing;
import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.exchange.RouteTemplate;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Tells the span its route and its method as soon as the request is matched, so that a filter that
 * refuses the request is seen with them.
 */
@Priority(Integer.MIN_VALUE)
final class RouteFilter implements ContainerRequestFilter {
  private final RouteTemplates templates = new RouteTemplates();

  // The runtime's proxy for the request at hand: Jakarta REST offers no other way to it.
  @Context private @Nullable ResourceInfo injected;

  @Override
  public void filter(ContainerRequestContext request) {
    HttpSpan span = RequestSpan.of(request);
    if (span == null) {
      return;
    }
    RouteTemplate route = templates.of(injected, request.getUriInfo());
    if (route != null) {
      span.route(route.under(request.getUriInfo().getBaseUri(), span.keepsRouteRegex()));
    }
    ResourceInfo resource = injected;
    Method method = resource == null ? null : resource.getResourceMethod();
    if (resource != null && method != null) {
      HttpServerTracing.servedBy(span, Annotations.userClass(resource.getResourceClass()), method);
    }
  }
}
