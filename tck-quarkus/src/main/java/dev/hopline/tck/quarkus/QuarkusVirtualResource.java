// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.quarkus;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Methods on virtual threads; Quarkus packages none with a Java that lacks them. */
@Path("tck/quarkus/virtual")
@Produces(MediaType.TEXT_PLAIN)
@RunOnVirtualThread
@IfBuildProperty(name = "tck.virtual-threads", stringValue = "true")
public class QuarkusVirtualResource {
  /** 200. */
  @GET
  public String virtual() {
    return QuarkusUniResource.onThread();
  }

  /** 200, after one line. */
  @GET
  @Path("log")
  public String log() {
    return QuarkusLogResource.log("on the virtual thread");
  }

  /** 500, an error, with the exception recorded once. */
  @GET
  @Path("throws")
  public String fail() {
    return QuarkusUniResource.fail("on a virtual thread");
  }
}
