// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Makes calls that MicroProfile Fault Tolerance retries. It is no part of {@link TckApplication},
 * which needs no CDI: a runner that has both adds it.
 */
@Path("tck/retry")
@ApplicationScoped
public class TckRetryResource {
  private static final int PATIENT_SECONDS = 20;

  @Inject TckRetried retried;
  // Looked up at the call: containers without such clients find this bean, too.
  @Inject @RestClient Instance<TckRetriedClient> client;

  /**
   * Has a call refused {@link TckRetried#TIMES} times.
   *
   * @param by {@code bean}, {@code stage} or {@code client}
   * @param first what is called before it each time, by a bean
   * @return the exception
   */
  @GET
  public String call(
      @QueryParam("by") String by, @QueryParam("first") @DefaultValue("") String first) {
    List<URI> urls = new ArrayList<>();
    if (!first.isEmpty()) {
      urls.add(URI.create(first));
    }
    urls.add(URI.create(TckRetriedClient.REFUSING + "gone"));
    try {
      switch (by) {
        case "client" -> client.get().call();
        case "stage" ->
            retried.stage(urls).toCompletableFuture().get(PATIENT_SECONDS, TimeUnit.SECONDS);
        default -> retried.call(urls);
      }
      return "not refused";
    } catch (Exception refused) {
      return TckTlsResource.causes(refused);
    }
  }
}
