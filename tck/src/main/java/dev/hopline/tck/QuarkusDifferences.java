// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Quarkus REST cannot hold, however it is started, for {@link TracingRuntime#differences}. */
public final class QuarkusDifferences {
  /** What needs the context after another thread has resumed the response. */
  private static final List<String> RESUMED =
      List.of(
          "response resumed",
          "response resumed with text",
          "response resumed twice",
          "response resumed with 5xx",
          "response resumed, mapped to 4xx",
          "response resumed, mapped to 5xx");

  private static final List<String> BY_CONTEXT =
      List.of(
          "MutualTls: call arrives with certificate and context, mode=sync, way=context",
          "MutualTls: call arrives with certificate and context, mode=async, way=context",
          "MutualTls: call arrives with certificate and context, mode=rx, way=context",
          "RestClientMutualTls: call arrives with certificate and context, mode=sync, way=context",
          "RestClientMutualTls: call arrives with certificate and context, mode=stage, way=context");

  private QuarkusDifferences() {}

  /** A new map of them, to which a runner may add its own. */
  public static Map<String, String> all() {
    Map<String, String> differences = new HashMap<>();
    differences.put(
        "Route: second application has its own routes", "Quarkus serves one application.");
    differences.put(
        "Server: ending by provider is one server span, no writer",
        "Quarkus without a JSON extension writes the text of what it has no writer for.");
    differences.put(
        "Later: slow reader is within the server span, body/large",
        "Quarkus queues a body that is written at once, and takes it as sent.");
    for (String call : BY_CONTEXT) {
      differences.put(call, "Quarkus' clients take key stores and throw at an SSLContext.");
    }
    for (String resumed : RESUMED) {
      differences.put(
          "Later: later answer is one server span, " + resumed,
          "Quarkus answers a resumed response on a worker without the context of its request.");
    }
    return differences;
  }
}
