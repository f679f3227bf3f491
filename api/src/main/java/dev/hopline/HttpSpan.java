// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange in flight: its span, its context, and its only end. */
public final class HttpSpan {
  private final Context context;

  HttpSpan(Context context) {
    this.context = context;
  }

  public Context context() {
    return context;
  }

  public Scope makeCurrent() {
    return context.makeCurrent();
  }

  public static @Nullable HttpSpan current() {
    return null;
  }

  public void route(String route) {}

  public void error(@Nullable Throwable error) {}

  public void end(int httpStatus, @Nullable Throwable error) {}
}
