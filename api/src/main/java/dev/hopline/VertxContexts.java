// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the current context where Quarkus keeps a request: in the Vert.x duplicated context.
 * Thread-safe.
 */
public final class VertxContexts {
  private static final String VERTX = "io.vertx.core.Context";
  private static final String DUPLICATED = "io.smallrye.common.vertx.VertxContext";

  /** Keeps contexts there, too, and is found by the service file that we do without. */
  private static final String OTHER =
      "io.quarkus.opentelemetry.runtime.OpenTelemetryContextStorageProvider";

  /** Asked at each request, so it is looked for but once. */
  private static final boolean QUARKUS = isPresent(VERTX) && isPresent(DUPLICATED);

  private VertxContexts() {}

  /**
   * Has it kept there from now on, which must be before anybody asks for a context: later it does
   * nothing. Nor does it where another tracing keeps contexts across threads: beside
   * quarkus-opentelemetry and under the OpenTelemetry agent.
   */
  public static void install() {
    // Not by a service file: of two, beside quarkus-opentelemetry, OpenTelemetry takes neither.
    if (QUARKUS && !isPresent(OTHER) && !Coexistence.isAgentPresent()) {
      ContextStorage.addWrapper(VertxContextStorage::new);
    }
  }

  /**
   * Whether this context is kept in the Vert.x duplicated context that the thread is on. Then it
   * needs no scope: it is gone with the request, and it is there on every thread that works for it.
   */
  public static boolean isKept(Context context) {
    return QUARKUS && VertxContextStorage.isKept(context);
  }

  /** What tells the request that this thread works for from others; null where nothing does. */
  static @Nullable Object request() {
    return QUARKUS ? VertxContextStorage.request() : null;
  }

  /**
   * Whether this thread works for a request which another thread's context does not belong to: that
   * of a pipeline, say, that was made for one request, or for none, and is used in another.
   *
   * @param request that of the other thread
   */
  static boolean isForeign(Context context, @Nullable Object request) {
    return QUARKUS && VertxContextStorage.isForeign(context, request);
  }

  /** Makes a context current for a task, on this thread alone. */
  @SuppressWarnings("MustBeClosedChecker") // It is the caller's.
  static Scope openTask(Context context) {
    return QUARKUS ? VertxContextStorage.openTask(context) : context.makeCurrent();
  }

  private static boolean isPresent(String name) {
    return Coexistence.isPresent(name, VertxContexts.class.getClassLoader());
  }
}
