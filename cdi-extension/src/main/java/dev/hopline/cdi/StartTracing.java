// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.EventContext;

/** Starts tracing on ArC; see {@link TracingBuildExtension} for why at this event. */
public final class StartTracing implements SyntheticObserver<Startup> {
  @Override
  public void observe(EventContext<Startup> event, Parameters parameters) {
    CDI.current().select(TracingLifecycle.class).get().start();
  }
}
