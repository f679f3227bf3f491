// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.HttpServerTracing;
import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.exchange.RouteTemplate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

/** Routes from the templates that Jersey has matched; it knows the way over locators, too. */
final class JerseyRoutes {
  private final Map<ResourceMethod, RouteTemplate> direct = new ConcurrentHashMap<>();
  // Jersey makes the model of a sub-resource anew at times, so its methods are no keys.
  private final Way overLocators = new Way();

  /**
   * Tells the span its method, if a resource is matched, and its route, if that is not by way of
   * too many locators.
   */
  void tell(HttpSpan span, ExtendedUriInfo uri) {
    ResourceMethod method = uri.getMatchedResourceMethod();
    if (method != null) {
      Invocable invocable = method.getInvocable();
      HttpServerTracing.servedBy(
          span, invocable.getHandler().getHandlerClass(), invocable.getHandlingMethod());
    }
    RouteTemplate route = of(uri);
    if (route != null) {
      span.route(route.under(uri.getBaseUri(), span.keepsRouteRegex()));
    }
  }

  private @Nullable RouteTemplate of(ExtendedUriInfo uri) {
    ResourceMethod method = uri.getMatchedResourceMethod();
    // Extended methods are Jersey's own answers to OPTIONS and the like, on any path.
    if (method == null || method.isExtended()) {
      return null;
    }
    int locators = uri.getMatchedResourceLocators().size();
    if (locators > RouteTemplate.MOST_LOCATORS) {
      return null;
    }
    if (locators > 0) {
      return overLocators.route(uri.getMatchedTemplates());
    }
    RouteTemplate route = direct.get(method);
    if (route == null) {
      route = template(uri.getMatchedTemplates());
      direct.put(method, route);
    }
    return route;
  }

  private static RouteTemplate template(List<UriTemplate> lastFirst) {
    StringBuilder path = new StringBuilder();
    for (int i = lastFirst.size() - 1; i >= 0; i--) {
      path.append('/').append(lastFirst.get(i).getTemplate());
    }
    return new RouteTemplate(path.toString());
  }

  /** All ways on from a template, found by one after the other: a list as a key costs iterators. */
  private static final class Way {
    private final Map<UriTemplate, Way> further = new ConcurrentHashMap<>();
    private volatile @Nullable RouteTemplate route;

    RouteTemplate route(List<UriTemplate> lastFirst) {
      Way end = this;
      for (int i = 0; i < lastFirst.size(); i++) {
        end = end.over(lastFirst.get(i));
      }
      RouteTemplate known = end.route;
      if (known == null) {
        known = template(lastFirst);
        end.route = known;
      }
      return known;
    }

    private Way over(UriTemplate template) {
      Way known = further.get(template);
      return known == null ? further.computeIfAbsent(template, first -> new Way()) : known;
    }
  }
}
