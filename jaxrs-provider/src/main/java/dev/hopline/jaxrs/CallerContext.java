// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;
import org.jspecify.annotations.Nullable;

/** Carries the caller's context to the thread on which an asynchronous call is made. */
final class CallerContext implements AsyncInvocationInterceptorFactory {
  @Override
  public AsyncInvocationInterceptor newInterceptor() {
    return new Carrier();
  }

  private static final class Carrier implements AsyncInvocationInterceptor {
    private Context caller = Context.root();
    private @Nullable Scope scope;

    @Override
    public void prepareContext() {
      caller = Context.current();
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // Closed by removeContext, on the same thread.
    public void applyContext() {
      scope = caller.makeCurrent();
    }

    @Override
    public void removeContext() {
      Scope open = scope;
      if (open != null) {
        open.close();
      }
    }
  }
}
