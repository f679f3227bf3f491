// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

/** Ends the demo. The message is all that a person needs to read. */
final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  DemoFailure(String message) {
    super(message, null, false, false);
  }
}
