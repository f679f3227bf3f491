// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

/** An exception that {@link TckExceptionMapper} turns into a response. */
public final class TckException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int httpStatus;

  TckException(int httpStatus) {
    super("to be mapped to " + httpStatus);
    this.httpStatus = httpStatus;
  }

  int httpStatus() {
    return httpStatus;
  }
}
