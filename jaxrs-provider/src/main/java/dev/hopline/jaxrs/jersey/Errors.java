// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import org.glassfish.jersey.server.internal.process.MappableException;

/** Takes off what Jersey wraps around an exception of the application. */
final class Errors {
  private Errors() {}

  static Throwable thrownByApplication(Throwable error) {
    Throwable cause = error instanceof MappableException ? error.getCause() : null;
    return cause == null ? error : cause;
  }
}
