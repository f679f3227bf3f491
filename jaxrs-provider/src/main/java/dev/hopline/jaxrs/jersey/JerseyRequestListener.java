// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.HttpServerTracing;
import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Starts the span of each request that Jersey gets, before the pre-matching filters. No filter of
 * ours is on Jersey: the events tell all, and asking for the URI in a filter costs 2 kB a request.
 */
final class JerseyRequestListener implements ApplicationEventListener {
  private final Supplier<@Nullable Tracing> source;
  private final JerseyRoutes routes = new JerseyRoutes();

  JerseyRequestListener(Supplier<@Nullable Tracing> source) {
    this.source = source;
  }

  @Override
  public void onEvent(ApplicationEvent event) {}

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent event) {
    Tracing tracing = source.get();
    if (tracing == null) {
      return null;
    }
    ContainerRequest request = event.getContainerRequest();
    HttpSpan outer = HttpServerTracing.started(request.getProperty(HttpSpan.REQUEST_PROPERTY));
    if (outer != null) {
      // The servlet container's hook is around Jersey, and ends what it has started.
      return new JerseyRequest(request, outer, routes, false);
    }
    HttpSpan span = tracing.server().start(request, JerseyRequestReader.INSTANCE);
    request.setProperty(HttpSpan.REQUEST_PROPERTY, span);
    return new JerseyRequest(request, span, routes, true);
  }
}
