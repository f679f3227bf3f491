// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.servlet;

import jakarta.servlet.ServletException;
import java.util.Set;

/** Takes off what servlets wrap around an exception of the application. */
final class Errors {
  /** By name: the classes are those of whichever implementation of Jakarta REST is there. */
  private static final Set<String> WRAPPING =
      Set.of(
          ServletException.class.getName(),
          "org.glassfish.jersey.server.ContainerException",
          "org.glassfish.jersey.server.internal.process.MappableException",
          "org.jboss.resteasy.spi.ApplicationException",
          "org.jboss.resteasy.spi.UnhandledException",
          "org.jboss.resteasy.spi.WriterException",
          "org.apache.cxf.interceptor.Fault");

  private Errors() {}

  static Throwable thrownByApplication(Throwable error) {
    Throwable thrown = error;
    while (thrown.getCause() != null && WRAPPING.contains(thrown.getClass().getName())) {
      thrown = thrown.getCause();
    }
    return thrown;
  }
}
