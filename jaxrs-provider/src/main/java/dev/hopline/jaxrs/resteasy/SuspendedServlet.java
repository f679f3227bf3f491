// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.servlet.TracingFilter;
import org.jboss.resteasy.core.ResteasyContext;

/**
 * The way to the servlet container below RESTEasy, where there is one: an embedded Undertow is one
 * that does not look for initializers.
 */
final class SuspendedServlet {
  /** RESTEasy also works on Netty, Vert.x and the JDK's server. */
  private static final boolean PRESENT = isPresent();

  private SuspendedServlet() {}

  private static boolean isPresent() {
    try {
      Class.forName(
          "jakarta.servlet.ServletContainerInitializer",
          false,
          SuspendedServlet.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** What to do if the request at hand turns out to be suspended, to see its end. */
  static Runnable watch(HttpSpan span) {
    return PRESENT ? TracingFilter.whenSuspended(span, ResteasyContext::getContextData) : () -> {};
  }
}
