// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Tracing;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Clients of this process, each test of which starts the tracing that it is about. */
final class OpenPlainClients extends OpenRuntime {
  OpenPlainClients(TestedRuntime runtime) {
    super(new Unopened(runtime));
  }

  /** What a contract says of a runtime's clients does not need the runtime. */
  private record Unopened(TestedRuntime runtime) implements TestedRuntime, AutoCloseable {
    @Override
    public String name() {
      return runtime.name();
    }

    @Override
    public Map<String, String> differences() {
      return runtime.differences();
    }

    @Override
    public void close() {}
  }

  /** Tracing that the test closes, by which all its spans have arrived. */
  Tracing tracing(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(SETTINGS);
    all.putAll(settings);
    return Tracing.builder("tck").otlpEndpoint(receiver().endpoint()).properties(all).start();
  }

  @Override
  void open(URI otlpEndpoint) {}

  @Override
  void settle() {}
}
