// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link MutualTlsContract} says, of MicroProfile REST clients; where there are any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RestClientMutualTlsContract {
  @RegisterExtension final TracedApplication app;

  private MutualTlsCalls calls;

  /** A contract for a runtime that is not open. */
  protected RestClientMutualTlsContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @BeforeAll
  void open() throws IOException, GeneralSecurityException, InterruptedException {
    calls = MutualTlsCalls.of(app);
  }

  @AfterAll
  void close() throws IOException {
    calls.close();
  }

  @ParameterizedTest
  @CsvSource({"sync, context", "stage, context", "sync, stores", "stage, stores"})
  void call_arrivesWithCertificateAndContext(String mode, String way)
      throws IOException, InterruptedException {
    calls.checkAccepted("rest-tls?mode=" + mode, way);
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
    calls.checkRefused("rest-tls?mode=" + mode, key, host);
  }
}
