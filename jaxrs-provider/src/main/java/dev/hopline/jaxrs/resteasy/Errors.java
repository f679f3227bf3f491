// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import org.jboss.resteasy.spi.ApplicationException;
import org.jboss.resteasy.spi.UnhandledException;
import org.jboss.resteasy.spi.WriterException;

/** Takes off what RESTEasy wraps around an exception of the application. */
final class Errors {
  private Errors() {}

  static Throwable thrownByApplication(Throwable error) {
    boolean wrapping =
        error instanceof ApplicationException
            || error instanceof UnhandledException
            || error instanceof WriterException;
    Throwable cause = wrapping ? error.getCause() : null;
    return cause == null ? error : thrownByApplication(cause);
  }
}
