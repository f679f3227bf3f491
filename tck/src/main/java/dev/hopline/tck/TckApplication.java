// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/**
 * The application that the contracts call: plain Jakarta REST, without CDI and without any
 * dependency on tracing but what tells the spans that are current.
 *
 * <p>It lists its classes, so a runtime that takes this as the whole of the application scans for
 * no further providers. A runner may as well leave it out and let the runtime find the classes.
 */
public class TckApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(TckRoutes.classes());
    classes.addAll(
        Set.of(
            TckResource.class,
            TckEndingResource.class,
            TckLaterResource.class,
            TckBodyResource.class,
            TckEventResource.class,
            TckQuiet.Methods.class,
            TckQuiet.Whole.class,
            TckQuiet.Subclass.class,
            TckClientResource.class,
            TckHopResource.class,
            TckRestClientResource.class,
            TckCallResource.class,
            TckMemoryResource.class,
            TckRestCallResource.class,
            TckTlsResource.class,
            TckRestTlsResource.class));
    classes.addAll(providers());
    return classes;
  }

  private static Set<Class<?>> providers() {
    return Set.of(
        TckExceptionMapper.class,
        TckArrivals.class,
        TckReached.class,
        TckText.Writer.class,
        TckText.Interceptor.class,
        TckGuard.First.class,
        TckGuard.BeforeMatching.class,
        TckGuard.AfterMatching.class,
        TckGuard.OfResponse.class,
        TckGuard.Authentication.class);
  }
}
