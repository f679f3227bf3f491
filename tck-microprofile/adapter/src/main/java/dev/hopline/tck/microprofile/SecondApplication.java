// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TracingRuntime;
import jakarta.ws.rs.ApplicationPath;

/** Where they find it a second time. */
@ApplicationPath(FirstApplication.PATH + "/" + TracingRuntime.SECOND)
public class SecondApplication extends TckApplication {
  /** For the server. */
  public SecondApplication() {}
}
