// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.Client;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Methods that are retried because the last of their calls fails each time. */
@ApplicationScoped
public class TckRetried {
  /** How often it is attempted. */
  static final int TIMES = 3;

  private static final int PATIENT_MILLIS = 20_000;

  /** On the caller's thread. */
  @Retry(maxRetries = TIMES - 1, delay = 0, jitter = 0)
  public void call(List<URI> urls) throws ClassNotFoundException {
    send(urls);
  }

  /** On threads of Fault Tolerance. */
  @Asynchronous
  @Retry(maxRetries = TIMES - 1, delay = 0, jitter = 0)
  public CompletionStage<Void> stage(List<URI> urls) throws ClassNotFoundException {
    send(urls);
    return CompletableFuture.completedFuture(null);
  }

  private static void send(List<URI> urls) throws ClassNotFoundException {
    Client client = TckClientResource.client(PATIENT_MILLIS);
    try {
      for (URI url : urls) {
        client.target(url).request().get().close();
      }
    } finally {
      client.close();
    }
  }
}
