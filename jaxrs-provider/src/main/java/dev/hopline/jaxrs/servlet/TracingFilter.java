// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.servlet;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import io.opentelemetry.context.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes one SERVER span of each request that a web application gets, be it for Jakarta REST, for
 * another servlet or for a file. Jakarta REST adds the route; other requests have none. With {@code
 * otel.instrumentation.servlet.enabled=false} only requests for Jakarta REST have a span.
 *
 * <p>Servlet containers find it by themselves: as a {@link ServletContainerInitializer} it
 * registers itself for all paths, before all other filters. Where a container is kept from looking
 * for initializers, register it by hand: first, for {@code /*}, with asynchronous support, for the
 * dispatcher types {@code REQUEST}, {@code ASYNC} and {@code ERROR}. Registered twice it still
 * makes one span, and one line in the log says so.
 *
 * <p>What a container refuses before its filters, such as a malformed request, is not seen.
 * Instances are thread-safe.
 */
public final class TracingFilter implements Filter, ServletContainerInitializer {
  private static final Logger LOG = Logger.getLogger(TracingFilter.class.getName());
  private static final String NAME = TracingFilter.class.getName();

  private static final Queue<Runnable> LAST = new ConcurrentLinkedQueue<>();

  private final Supplier<@Nullable Tracing> tracing;
  private final boolean destructionIsTold;

  /** Traces with {@link Tracing#current()} as it is at each request. */
  public TracingFilter() {
    this(Tracing::current, false);
  }

  /** Traces with what is given, which the caller closes after the application has stopped. */
  public TracingFilter(Tracing tracing) {
    this(() -> tracing, false);
  }

  private TracingFilter(Supplier<@Nullable Tracing> tracing, boolean destructionIsTold) {
    this.tracing = tracing;
    this.destructionIsTold = destructionIsTold;
  }

  /** For the container: registers the filter, unless tracing is known to be off. */
  @Override
  public void onStartup(@Nullable Set<Class<?>> types, ServletContext application) {
    Tracing known = tracing.get();
    if (known != null && !known.enabled()) {
      return;
    }
    // Null if the application has a filter of this very name: then that is the one it wants.
    FilterRegistration.Dynamic filter =
        application.addFilter(NAME, new TracingFilter(tracing, true));
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(
          EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR),
          false,
          "/*");
      application.addListener(new RequestDestroyed());
    }
  }

  @Override
  public void init(FilterConfig config) {
    ServletContext application = config.getServletContext();
    Object registered = application.getAttribute(NAME);
    if (registered == null) {
      application.setAttribute(NAME, config.getFilterName());
    } else {
      LOG.log(
          Level.INFO,
          "The web application {0} registers {1} twice, as {2} and as {3}: one of them makes the"
              + " spans, the other does nothing. Servlet containers find it by themselves.",
          new Object[] {where(application), NAME, registered, config.getFilterName()});
    }
  }

  private static String where(ServletContext application) {
    String path = application.getContextPath();
    return path.isEmpty() ? "/" : path;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)) {
      chain.doFilter(request, response);
      return;
    }
    Object known = http.getAttribute(HttpSpan.REQUEST_PROPERTY);
    boolean first = http.getDispatcherType() == DispatcherType.REQUEST;
    // Asynchronously dispatched, the request may be for another servlet than it was before.
    boolean other = http.getDispatcherType() == DispatcherType.ASYNC;
    if (known == null && (first || other)) {
      trace(http, answer, chain);
    } else if (known instanceof HttpSpan span && !first && !span.ended()) {
      // Comes back on a thread of its own, or after the scope was closed, for an error page.
      try (Scope ignored = span.makeCurrent()) {
        chain.doFilter(request, response);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private void trace(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Tracing now = tracing.get();
    if (now == null || !now.enabled()) {
      chain.doFilter(request, response);
      return;
    }
    ServletExchange exchange = new ServletExchange(now.server(), request, response);
    if (now.server().tracesServlets()) {
      exchange.start();
    } else {
      exchange.leave();
    }
    Throwable error = null;
    try {
      chain.doFilter(request, response);
    } catch (Throwable thrown) {
      error = thrown;
      throw thrown;
    } finally {
      exchange.close(error, destructionIsTold);
    }
  }

  /**
   * For a hook that has left something with the server, to take it back when the application ends.
   */
  public static void whenDestroyed(Runnable last) {
    LAST.add(last);
  }

  @Override
  public void destroy() {
    for (Runnable last = LAST.poll(); last != null; last = LAST.poll()) {
      last.run();
    }
  }

  /**
   * What is to be done if the request at hand turns out to be suspended: for a hook that works in a
   * servlet container to which this filter is unknown.
   *
   * @param context finds the object of a servlet type for this request; null if there is none
   */
  public static Runnable whenSuspended(
      HttpSpan span, Function<Class<?>, @Nullable Object> context) {
    return context.apply(HttpServletRequest.class) instanceof HttpServletRequest request
            && context.apply(HttpServletResponse.class) instanceof HttpServletResponse response
        ? () -> new ServletEnd(span, response).isLater(request, false)
        : () -> {};
  }

  /**
   * Notes what broke a response off, for a hook whose runtime keeps it from the container. If the
   * head has gone out there is no answer to it any more, and the span ends here.
   *
   * @param request the servlet request, if there is one
   * @param response and its response
   */
  public static void broken(
      HttpSpan span, @Nullable Object request, @Nullable Object response, Throwable error) {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer) {
      ServletEnd.broken(span, asked, answer, error);
    } else {
      span.error(error);
    }
  }
}
