// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A MicroProfile REST client whose call is refused and retried. */
@RegisterRestClient(baseUri = TckRetriedClient.REFUSING)
@Path("gone")
public interface TckRetriedClient {
  /** Nobody listens there. */
  String REFUSING = "http://127.0.0.1:1/";

  /** Throws at last. */
  @GET
  @Retry(maxRetries = TckRetried.TIMES - 1, delay = 0, jitter = 0)
  String call();
}
