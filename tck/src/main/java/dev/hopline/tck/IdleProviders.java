// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import com.sun.management.ThreadMXBean;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Looks, from within a call, at what of ours serves it, and has that do its work many times over to
 * see what it allocates.
 */
final class IdleProviders implements ClientRequestFilter, ClientResponseFilter {
  private static final String OURS = "dev.hopline.jaxrs.";
  private static final int TIMES = 10_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Thread caller = Thread.currentThread();
  private final Function<ClientRequestContext, Collection<?>> providers;

  // Volatile, as an asynchronous call is served by other threads than the test's.
  private volatile List<?> found = List.of();
  private volatile List<String> properties = List.of();
  private volatile boolean carried;
  private volatile long allocated;

  IdleProviders(Function<ClientRequestContext, Collection<?>> providers) {
    this.providers = providers;
  }

  /** What of ours would act on a call. */
  List<?> found() {
    return found;
  }

  /** What of ours is kept with the request. */
  List<String> properties() {
    return properties;
  }

  /** Whether the caller's context has been carried to another thread. */
  boolean carried() {
    return carried;
  }

  /** How many bytes they need for a call, as filters. */
  long allocated() {
    return allocated;
  }

  @Override
  public void filter(ClientRequestContext request) throws IOException {
    properties =
        request.getPropertyNames().stream().filter(name -> name.startsWith("dev.hopline")).toList();
    carried = Thread.currentThread() != caller && Context.current() != Context.root();
    found = providers.apply(request).stream().filter(IdleProviders::isOurs).toList();
    for (Object each : found) {
      if (each instanceof ClientRequestFilter filter) {
        measure(() -> filter.filter(request));
      }
    }
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response)
      throws IOException {
    for (Object each : found) {
      if (each instanceof ClientResponseFilter filter) {
        measure(() -> filter.filter(request, response));
      }
    }
  }

  private static boolean isOurs(Object provider) {
    return provider.getClass().getName().startsWith(OURS);
  }

  private interface Work {
    void run() throws IOException;
  }

  /** What a thread allocates is counted to the byte, however long it takes. */
  private void measure(Work work) throws IOException {
    // The first time, classes are initialized.
    work.run();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < TIMES; i++) {
      work.run();
    }
    allocated += (threads.getCurrentThreadAllocatedBytes() - before) / TIMES;
  }
}
