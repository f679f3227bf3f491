// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.jaxrs.exchange.RouteTemplate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

/** Routes from the templates that Jersey has matched; it knows the way over locators, too. */
final class JerseyRoutes {
  private final Map<ResourceMethod, RouteTemplate> direct = new ConcurrentHashMap<>();

  @Nullable String of(ExtendedUriInfo uri) {
    ResourceMethod method = uri.getMatchedResourceMethod();
    // Extended methods are Jersey's own answers to OPTIONS and the like, on any path.
    if (method == null || method.isExtended()) {
      return null;
    }
    RouteTemplate route = direct.get(method);
    if (route == null) {
      route = template(uri.getMatchedTemplates());
      // Over locators one method has several routes, and Jersey makes its model anew each time.
      if (uri.getMatchedResourceLocators().isEmpty()) {
        direct.put(method, route);
      }
    }
    return route.under(uri.getBaseUri());
  }

  private static RouteTemplate template(List<UriTemplate> lastFirst) {
    StringBuilder path = new StringBuilder();
    for (int i = lastFirst.size() - 1; i >= 0; i--) {
      path.append('/').append(lastFirst.get(i).getTemplate());
    }
    return new RouteTemplate(path.toString());
  }
}
