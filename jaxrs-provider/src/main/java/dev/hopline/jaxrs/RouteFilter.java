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
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Tells the span its route and its method as soon as the request is matched, so that a filter that
 * refuses the request is seen with them.
 */
@Priority(Integer.MIN_VALUE)
final class RouteFilter implements ContainerRequestFilter {
  private final RouteTemplates templates = new RouteTemplates();
  private final Function<UriInfo, String> basePath;
  private final UnaryOperator<ResourceInfo> unwrap;

  // The runtime's proxy for the request at hand: Jakarta REST offers no other way to it.
  @Context private @Nullable ResourceInfo injected;

  /**
   * @param basePath gives the raw path of the place where the application is mounted
   * @param unwrap gives what stands behind the proxy for the request at hand
   */
  RouteFilter(Function<UriInfo, String> basePath, UnaryOperator<ResourceInfo> unwrap) {
    this.basePath = basePath;
    this.unwrap = unwrap;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    HttpSpan span = RequestSpan.of(request);
    if (span == null) {
      return;
    }
    ResourceInfo resource = injected == null ? null : unwrap.apply(injected);
    UriInfo uri = request.getUriInfo();
    RouteTemplate route = templates.of(resource, uri);
    if (route != null) {
      span.route(route.under(basePath.apply(uri), span.keepsRouteRegex()));
    }
    Method method = resource == null ? null : resource.getResourceMethod();
    if (resource != null && method != null) {
      HttpServerTracing.servedBy(span, Annotations.userClass(resource.getResourceClass()), method);
    }
  }
}
