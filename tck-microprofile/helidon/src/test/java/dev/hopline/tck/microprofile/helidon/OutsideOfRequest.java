// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile.helidon;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jboss.arquillian.container.test.spi.RemoteLoadableExtension;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.event.suite.Test;

/**
 * In the application: what a test traces is no part of Arquillian's request that runs the test,
 * which is excluded from tracing together with all that it does.
 */
public final class OutsideOfRequest implements RemoteLoadableExtension {
  /** For Arquillian. */
  public OutsideOfRequest() {}

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(OutsideOfRequest.class);
  }

  /** Around each test. */
  public void run(@Observes EventContext<Test> test) {
    try (Scope root = Context.root().makeCurrent()) {
      test.proceed();
    }
  }
}
