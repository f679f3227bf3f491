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
    if (way.isEmpty() || way.size() > RouteTemplate.MOST_LOCATORS + 1) {
      return null;
    }
    return known.computeIfAbsent(way, QuarkusRoutes::template);
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

  private static RouteTemplate template(List<RuntimeResource> way) {
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
