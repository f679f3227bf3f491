// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link MutualTlsContract} says, of MicroProfile REST clients; where there are any. */
public abstract class RestClientMutualTlsContract extends MutualTlsCalls {
  /** A contract for a runtime that is not open. */
  protected RestClientMutualTlsContract(TracingRuntime runtime) {
    super(runtime);
  }

  @ParameterizedTest
  @CsvSource({"sync, context", "stage, context", "sync, stores", "stage, stores"})
  void call_arrivesWithCertificateAndContext(String mode, String way)
      throws IOException, InterruptedException {
    checkAccepted("rest-tls?mode=" + mode, way);
  }

  @ParameterizedTest
  @CsvSource({
    "sync, stranger, localhost",
    "stage, stranger, localhost",
    "sync, none, localhost",
    "stage, none, localhost",
    "sync, client, 127.0.0.1",
    "stage, client, 127.0.0.1"
  })
  void refusedHandshake_isOneErrorSpan(String mode, String key, String host)
      throws IOException, InterruptedException {
    checkRefused("rest-tls?mode=" + mode, key, host);
  }
}
