// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import dev.hopline.tck.TckApplication;
import jakarta.ws.rs.ApplicationPath;

/** Where the contracts find their application. */
@ApplicationPath(FirstApplication.PATH)
public class FirstApplication extends TckApplication {
  static final String PATH = "api";

  /** For the server. */
  public FirstApplication() {}
}
