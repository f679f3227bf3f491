// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** A MicroProfile REST client of {@link MutualTlsServer}. */
@Path("subject")
public interface TckTlsClient {
  /** Waits for the answer. */
  @GET
  String sync();

  /** Does not. */
  @GET
  CompletionStage<String> stage();
}
