// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.ContextStorageProvider;

/**
 * Keeps the current context where Quarkus keeps a request: in the Vert.x duplicated context. On any
 * other runtime it is OpenTelemetry's own thread-local storage.
 *
 * <p>Found by OpenTelemetry through {@link java.util.ServiceLoader}; nobody calls it.
 */
public final class VertxContextStorageProvider implements ContextStorageProvider {
  private static final String VERTX = "io.vertx.core.Context";
  private static final String DUPLICATED = "io.smallrye.common.vertx.VertxContext";

  /** For the {@link java.util.ServiceLoader}. */
  public VertxContextStorageProvider() {}

  @Override
  public ContextStorage get() {
    ContextStorage threadLocal = ContextStorage.defaultStorage();
    return isPresent(VERTX) && isPresent(DUPLICATED)
        ? new VertxContextStorage(threadLocal)
        : threadLocal;
  }

  /**
   * Whether this context is kept in the Vert.x duplicated context that the thread is on. Then it
   * needs no scope: it is gone with the request, and it is there on every thread that works for it.
   */
  public static boolean isKept(Context context) {
    return isPresent(VERTX) && isPresent(DUPLICATED) && VertxContextStorage.isKept(context);
  }

  private static boolean isPresent(String name) {
    try {
      Class.forName(name, false, VertxContextStorageProvider.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
