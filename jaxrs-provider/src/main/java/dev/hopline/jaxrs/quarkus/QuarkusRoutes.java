// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.quarkus;

import dev.hopline.jaxrs.exchange.RouteTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.UriMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jspecify.annotations.Nullable;

/**
 * Routes from what Quarkus REST has matched; it knows the way over locators, too. As many entries
 * as the application has ways: the model is made once, by the build.
 */
final class QuarkusRoutes {
  private final Map<List<RuntimeResource>, RouteTemplate> known = new ConcurrentHashMap<>();

  /** The template of what is matched; null if nothing is, or by way of too many locators. */
  @Nullable RouteTemplate of(ResteasyReactiveRequestContext request) {
    if (request.getTarget() == null) {
      return null;
    }
    List<RuntimeResource> way = way(request.getMatchedURIs());
    if (way.isEmpty()) {
      return null;
    }
    // Nothing can have been left out of a way that has no locator but the root resource's own.
    return way.size() < 3 ? template(way) : repeated(way, 1, request.getPathWithoutPrefix());
  }

  /** Locators first. Among the matches is one of the class, too, without a resource. */
  private static List<RuntimeResource> way(List<UriMatch> lastFirst) {
    List<RuntimeResource> way = new ArrayList<>(2);
    for (UriMatch match : lastFirst) {
      if (match.resource != null) {
        way.add(0, match.resource);
      }
    }
    return way;
  }

  /**
   * Quarkus notes a locator that leads to its like once, however often it was taken: only the path
   * tells that.
   */
  private @Nullable RouteTemplate repeated(List<RuntimeResource> way, int locator, String path) {
    if (way.size() > RouteTemplate.MOST_LOCATORS + 1) {
      return null;
    }
    RouteTemplate route = template(way);
    if (route.matches(path)) {
      return route;
    }
    for (int i = locator; i < way.size() - 1; i++) {
      List<RuntimeResource> longer = new ArrayList<>(way);
      longer.add(i, way.get(i));
      RouteTemplate found = repeated(longer, i, path);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private RouteTemplate template(List<RuntimeResource> way) {
    return known.computeIfAbsent(way, QuarkusRoutes::join);
  }

  private static RouteTemplate join(List<RuntimeResource> way) {
    // The path of a class counts for a root resource alone.
    StringBuilder path = new StringBuilder(text(way.get(0).getClassPath()));
    for (RuntimeResource resource : way) {
      path.append('/').append(text(resource.getPath()));
    }
    return new RouteTemplate(path.toString());
  }

  private static String text(@Nullable URITemplate template) {
    return template == null ? "" : template.template;
  }
}
