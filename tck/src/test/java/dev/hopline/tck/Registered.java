// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

/** How a runner's application comes by the server feature. */
public enum Registered {
  /** By the service file alone, in an application at the server's root. */
  BY_SERVICE(true, false, "/"),
  /** By the application alone, mounted below the root. */
  BY_HAND(false, true, "/api/"),
  /** Twice, which must make no difference. */
  TWICE(true, true, "/");

  private final boolean byService;
  private final boolean byHand;
  private final String mountedAt;

  Registered(boolean byService, boolean byHand, String mountedAt) {
    this.byService = byService;
    this.byHand = byHand;
    this.mountedAt = mountedAt;
  }

  public boolean byService() {
    return byService;
  }

  public boolean byHand() {
    return byHand;
  }

  public String mountedAt() {
    return mountedAt;
  }
}
