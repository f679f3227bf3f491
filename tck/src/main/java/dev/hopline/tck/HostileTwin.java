// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the runtime answers to hostile requests while nothing is traced. It is open and closed again
 * before the one that is traced: some runtimes can be there but once.
 */
final class HostileTwin implements BeforeAllCallback {
  private final TracingRuntime runtime;
  private final int requests;
  private Map<Integer, RawConnection.Answer> answers = Map.of();

  HostileTwin(TracingRuntime runtime, int requests) {
    this.runtime = runtime;
    this.requests = requests;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.open()) {
      Map<String, String> settings = new HashMap<>(TracedApplication.SETTINGS);
      settings.put("otel.sdk.disabled", "true");
      URI base = runtime.open(receiver.endpoint(), settings);
      try {
        answers = new HostileLoad(base, requests).run();
      } finally {
        runtime.close();
      }
    }
  }

  /** The answers by the number of their requests; those that never came are left out. */
  Map<Integer, RawConnection.Answer> answers() {
    return answers;
  }
}
