// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/**
 * Takes the current context along to where the executors of the platform run tasks. Its providers
 * are public for the {@link java.util.ServiceLoader} alone; nobody else can name them.
 */
final class ThreadContexts {
  /**
   * What configuration calls this kind of context, say in {@code propagated} and {@code cleared}.
   */
  static final String TYPE = "Hopline";

  private ThreadContexts() {}

  /** What is current on this thread, to be opened on another. */
  private static Supplier<Scope> current() {
    Context context = Context.current();
    Object request = VertxContexts.request();
    return () ->
        VertxContexts.isForeign(context, request) ? Scope.noop() : VertxContexts.openTask(context);
  }

  private static Scope openNone() {
    return VertxContexts.openTask(Context.root());
  }

  /** For MicroProfile Context Propagation 1.3: {@code ManagedExecutor}, {@code ThreadContext}. */
  public static final class MicroProfile implements ThreadContextProvider {
    /** For the {@link java.util.ServiceLoader}. */
    public MicroProfile() {}

    @Override
    public String getThreadContextType() {
      return TYPE;
    }

    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> properties) {
      Supplier<Scope> context = current();
      return () -> context.get()::close;
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
      return () -> openNone()::close;
    }
  }

  /** For Jakarta Concurrency 3.0: {@code ManagedExecutorService}, {@code ContextService}. */
  public static final class Jakarta
      implements jakarta.enterprise.concurrent.spi.ThreadContextProvider {
    /** For the {@link java.util.ServiceLoader}. */
    public Jakarta() {}

    @Override
    public String getThreadContextType() {
      return TYPE;
    }

    @Override
    public jakarta.enterprise.concurrent.spi.ThreadContextSnapshot currentContext(
        Map<String, String> properties) {
      Supplier<Scope> context = current();
      return () -> context.get()::close;
    }

    @Override
    public jakarta.enterprise.concurrent.spi.ThreadContextSnapshot clearedContext(
        Map<String, String> properties) {
      return () -> openNone()::close;
    }
  }
}
