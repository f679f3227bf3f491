// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Scope;

/** The scope of an exchange, over which a suppressed one opens another that is to close first. */
record HttpScope(HttpSpan span, Scope scope) implements Scope {
  @Override
  public void close() {
    span.closeInner();
    scope.close();
  }
}
