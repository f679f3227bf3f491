// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A call by the runtime's Jakarta REST client over TLS in which both sides have certificates is one
 * CLIENT span like any other, whether the certificates are accepted or not; and the client's
 * settings for TLS are its own.
 */
public abstract class MutualTlsContract extends MutualTlsCalls {
  /** A contract for a runtime that is not open. */
  protected MutualTlsContract(TracingRuntime runtime) {
    super(runtime);
  }

  @ParameterizedTest
  @CsvSource({
    "sync, context",
    "async, context",
    "rx, context",
    "sync, stores",
    "async, stores",
    "rx, stores"
  })
  void call_arrivesWithCertificateAndContext(String mode, String way)
      throws IOException, InterruptedException {
    checkAccepted("tls?mode=" + mode, way);
  }

  @ParameterizedTest
  @CsvSource({
    "sync, stranger, localhost",
    "async, stranger, localhost",
    "rx, stranger, localhost",
    "sync, none, localhost",
    "async, none, localhost",
    "rx, none, localhost",
    "sync, client, 127.0.0.1",
    "async, client, 127.0.0.1",
    "rx, client, 127.0.0.1"
  })
  void refusedHandshake_isOneErrorSpan(String mode, String key, String host)
      throws IOException, InterruptedException {
    checkRefused("tls?mode=" + mode, key, host);
  }
}
