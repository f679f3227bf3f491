// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cxf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What CXF keeps from everybody who does not replace its own classes. */
final class CxfDifferences {
  private static final List<String> FAILURES =
      List.of(
          "refused",
          "unknown host",
          "connect timeout",
          "read timeout",
          "TLS failure",
          "closed unanswered",
          "filter before ours throws",
          "filter after ours throws");

  private static final List<String> ENDINGS =
      Stream.concat(
              FAILURES.stream(),
              Stream.of(
                  "2xx",
                  "unknown 2xx",
                  "3xx",
                  "3xx followed",
                  "4xx",
                  "5xx",
                  "filter before ours aborts",
                  "filter after ours aborts",
                  "response filter throws",
                  "no reader",
                  "never closed",
                  "client closed midway"))
          .toList();

  static final Map<String, String> ALL = all();

  /** Its client calls no filter of a call that gets no response. */
  static final Set<String> UNTOLD =
      Stream.concat(
              Stream.of("sync, thread interrupted"),
              FAILURES.stream().flatMap(name -> Stream.of("sync, " + name, "async, " + name)))
          .collect(Collectors.toUnmodifiableSet());

  private CxfDifferences() {}

  private static Map<String, String> all() {
    Map<String, String> all = new HashMap<>();
    put(
        all,
        "CXF turns exceptions into responses without telling any hook: HTTP status and error.type"
            + " are right, the exception is not recorded",
        "Server: exception is recorded once if it is an error, ",
        List.of(
            "WebApplicationException 503",
            "5xx with a cause",
            "5xx with an entity",
            "mapped to 5xx",
            "mapper throws"));
    put(
        all,
        "CXF answers for a response filter that throws without telling any hook why",
        "Server: ending by provider is one server span, ",
        List.of("response filter throws"));
    put(
        all,
        "CXF makes responses of asynchronous exceptions without telling any hook: HTTP status and"
            + " error.type are right, the exception is not recorded",
        "Later: later answer is one server span, ",
        List.of(
            "pending stage failed",
            "response resumed with exception",
            "response resumed, mapped to 5xx",
            "stage failed",
            "stage mapped to 5xx"));
    String broken =
        "CXF ends a body that breaks off as if it were whole, and its writers do not know whether"
            + " the status has gone out";
    all.put("Later: body that fails after its first byte is an error", broken);
    all.put("Metrics: escaped exception is the type of the error", broken);
    all.put(
        "Later: body is within one server span, events",
        "CXF writes server-sent events on threads of the container, outside all filters and"
            + " interceptors");
    String failed = "CXF's client calls no filter of a call that gets no response";
    put(all, failed, "Client: answer that never comes is one client span with its exception, ");
    put(all, failed, "Client: refused connection is one client span with its exception, ");
    String rx = "CXF's client runs the filters of a reactive call on another thread, with no hook";
    all.put("Client: call is one client span between two server spans, mode=rx", rx);
    all.put("Client: trace state and baggage arrive at the called service, mode=rx", rx);
    put(all, rx, "ClientEnding: rx call is one client span, ", ENDINGS);
    all.put("ClientEnding: caller is no error, stage cancelled", rx);
    all.put("Thread: mixed calls keep their own parents", rx);
    return Map.copyOf(all);
  }

  private static void put(Map<String, String> all, String reason, String call) {
    for (String mode : List.of("sync", "async", "rx")) {
      all.put(call + "mode=" + mode, reason);
    }
  }

  private static void put(
      Map<String, String> all, String reason, String contract, List<String> names) {
    for (String name : names) {
      all.put(contract + name, reason);
    }
  }
}
