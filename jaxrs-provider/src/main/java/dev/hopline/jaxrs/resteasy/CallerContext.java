// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jboss.resteasy.spi.concurrent.ThreadContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries the caller's context to RESTEasy's own pools, on which it makes asynchronous calls. Found
 * through the {@link java.util.ServiceLoader}; nobody calls it.
 */
public final class CallerContext implements ThreadContext<CallerContext.Carried> {
  /** For the {@link java.util.ServiceLoader}. */
  public CallerContext() {}

  @Override
  public Carried capture() {
    return new Carried(Context.current());
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // Closed by reset, on the same thread.
  public void push(Carried carried) {
    carried.scope = carried.caller.makeCurrent();
  }

  @Override
  public void reset(Carried carried) {
    Scope open = carried.scope;
    if (open != null) {
      carried.scope = null;
      open.close();
    }
  }

  /** The context of one submitted task. */
  public static final class Carried {
    private final Context caller;
    private @Nullable Scope scope;

    private Carried(Context caller) {
      this.caller = caller;
    }
  }
}
