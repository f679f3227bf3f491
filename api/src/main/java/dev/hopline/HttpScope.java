// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Scope;

/** The scope of an exchange, over which a suppressed one opens another that is to close first. */
record HttpScope(HttpSpan span, Scope scope) implements Scope {
  /** The other one, and the thread on which it is to be closed. To close it again does nothing. */
  record Inner(Thread thread, Scope scope) {}

  @Override
  public void close() {
    Inner inner = span.inner;
    if (inner != null && inner.thread == Thread.currentThread()) {
      inner.scope.close();
    }
    scope.close();
  }
}
