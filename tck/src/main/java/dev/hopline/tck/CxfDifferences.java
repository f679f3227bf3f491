// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What CXF keeps from everybody who does not replace its own classes, for {@link
 * TracingRuntime#differences}.
 */
public final class CxfDifferences {
  /** {@code SseEventSinkImpl.send}. */
  private static final String EVENTS =
      "CXF hands server-sent events to a thread of the container, which writes them by CXF's own"
          + " writer: no filter, interceptor or bus sees it";

  /** {@code CompletionStageRxInvokerImpl.method}. */
  private static final String RX =
      "CXF's reactive invoker hands the whole call to another thread and calls nobody on the"
          + " caller's; an executor that carries the context does";

  private static final List<String> CALLS =
      List.of(
          "Client: call is one client span between two server spans, mode=rx",
          "Client: trace state and baggage arrive at the called service, mode=rx",
          "Client: answer that never comes is one client span with its exception, mode=rx",
          "Client: refused connection is one client span with its exception, mode=rx",
          "ClientEnding: caller is no error, stage cancelled",
          "MutualTls: call arrives with certificate and context, mode=rx, way=context",
          "MutualTls: call arrives with certificate and context, mode=rx, way=stores",
          "MutualTls: refused handshake is one error span, mode=rx, key=stranger, host=localhost",
          "MutualTls: refused handshake is one error span, mode=rx, key=none, host=localhost",
          "MutualTls: refused handshake is one error span, mode=rx, key=client, host=127.0.0.1",
          "Thread: mixed calls keep their own parents");

  private static final List<String> ENDINGS =
      List.of(
          "2xx",
          "unknown 2xx",
          "3xx",
          "3xx followed",
          "4xx",
          "5xx",
          "refused",
          "unknown host",
          "connect timeout",
          "read timeout",
          "TLS failure",
          "closed unanswered",
          "filter before ours throws",
          "filter after ours throws",
          "filter before ours aborts",
          "filter after ours aborts",
          "response filter throws",
          "no reader",
          "never closed",
          "client closed midway");

  private CxfDifferences() {}

  /** A new map of them, to which a runner may add its own. */
  public static Map<String, String> all() {
    Map<String, String> all = new HashMap<>();
    all.put("Later: body is within one server span, events", EVENTS);
    all.put("Later: body is within one server span, events of another thread", EVENTS);
    CALLS.forEach(name -> all.put(name, RX));
    ENDINGS.forEach(name -> all.put("ClientEnding: rx call is one client span, " + name, RX));
    return all;
  }
}
