// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the runtime answers to hostile requests while nothing is traced. It is open and closed again
 * before the one that is traced: some runtimes can be there but once.
 */
final class HostileTwin implements BeforeAllCallback {
  /** Some servers answer the same bytes now like this, now like that: Grizzly does. */
  private static final int ROUNDS = 3;

  private final TracingRuntime runtime;
  private final int requests;
  private final Map<Integer, Set<RawConnection.Answer>> answers = new HashMap<>();

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
        for (int i = 0; i < ROUNDS; i++) {
          new HostileLoad(base, 0, requests).run().forEach(this::add);
        }
      } finally {
        runtime.close();
      }
    }
  }

  private void add(int number, RawConnection.Answer answer) {
    answers.computeIfAbsent(number, none -> new HashSet<>()).add(answer);
  }

  /** All answers that a request was given; empty if none ever came. */
  Set<RawConnection.Answer> answers(int number) {
    return answers.getOrDefault(number, Set.of());
  }
}
