// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cxf;

import java.util.Map;

/** What CXF keeps from everybody who does not replace its own classes. */
final class CxfDifferences {
  /** {@code SseEventSinkImpl.send}. */
  private static final String EVENTS =
      "CXF hands server-sent events to a thread of the container, which writes them by CXF's own"
          + " writer: no filter, interceptor or bus sees it";

  /** {@code CompletionStageRxInvokerImpl.method}. */
  private static final String RX =
      "CXF's reactive invoker hands the whole call to another thread and calls nobody on the"
          + " caller's; an executor that carries the context does";

  static final Map<String, String> ALL =
      Map.of(
          "Later: body is within one server span, events",
          EVENTS,
          "Later: body is within one server span, events of another thread",
          EVENTS,
          "Client: call is one client span between two server spans, mode=rx",
          RX,
          "Client: trace state and baggage arrive at the called service, mode=rx",
          RX,
          "Client: answer that never comes is one client span with its exception, mode=rx",
          RX,
          "Client: refused connection is one client span with its exception, mode=rx",
          RX,
          "Thread: mixed calls keep their own parents",
          RX);

  private CxfDifferences() {}
}
