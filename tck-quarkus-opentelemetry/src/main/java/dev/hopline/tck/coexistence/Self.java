// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.coexistence;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** This service, as a MicroProfile REST client calls it. */
@Path("own/current")
public interface Self {
  /** See {@link Own#current}. */
  @GET
  String current();

  /** The same. */
  @GET
  CompletionStage<String> currentLater();
}
