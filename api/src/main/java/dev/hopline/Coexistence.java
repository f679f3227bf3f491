// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.jspecify.annotations.Nullable;

/** Finds the OpenTelemetry Java agent, beside which tracing stands down. */
final class Coexistence {
  /** {@code -javaagent} puts the agent's jar on the class path of the system's class loader. */
  private static final String AGENT = "io.opentelemetry.javaagent.OpenTelemetryAgent";

  private static final String AGENT_ENABLED = "otel.javaagent.enabled";

  private Coexistence() {}

  /** What the agent has made before the application's main method; null if there is no agent. */
  static @Nullable OpenTelemetry agent(Settings settings) {
    boolean off = "false".equalsIgnoreCase(settings.get(AGENT_ENABLED));
    return isAgentPresent() && !off ? GlobalOpenTelemetry.get() : null;
  }

  static boolean isAgentPresent() {
    return isPresent(AGENT, ClassLoader.getSystemClassLoader());
  }

  static boolean isPresent(String name, @Nullable ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }
}
