// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.List;
import java.util.Set;

/** What has to be seen of one exchange. */
record Expected(Stack stack, Contender contender, Mode mode, Workload workload) {
  private static final Set<String> SERVER =
      Set.of("http.request.method", "url.path", "http.response.status_code");
  private static final Set<String> CLIENT =
      Set.of("http.request.method", "url.full", "server.address", "http.response.status_code");
  private static final Set<String> BRAVE = Set.of("http.method", "http.path");
  // The names of before the stable conventions.
  private static final Set<String> HELIDON =
      Set.of("http.method", "http.scheme", "http.target", "http.status_code", "net.host.name");

  /** Throws unless the spans are those of the call. */
  void check(List<Evidence> all, Call call) {
    List<Evidence> spans = all.stream().filter(span -> !span.kind().equals("INTERNAL")).toList();
    boolean traced = contender.traces() && mode.records();
    Evidence.require(spans.size() == (traced ? 1 : 0), "spans " + spans);
    if (!traced) {
      return;
    }
    Evidence span = spans.get(0);
    Evidence.require(span.kind().equals(stack.isServer() ? "SERVER" : "CLIENT"), "kind of " + span);
    Evidence.require(span.traceId().equals(Mode.TRACE_ID), "trace of " + span);
    Evidence.require(Mode.SPAN_ID.equals(span.parentId()), "parent of " + span);
    Evidence.require(span.attributes().keySet().containsAll(attributes()), "attributes of " + span);
    if (stack.isServer() && tellsRoute() && call.route() != null) {
      Evidence.require(
          call.route().equals(span.attributes().get("http.route")), "route of " + span);
    }
    Evidence.require(all.size() - 1 == spansWithin(), "spans within " + all);
  }

  /** Brave has no such tag, and smallrye-opentelemetry does not know the way over locators. */
  private boolean tellsRoute() {
    return contender != Contender.BRAVE
        && (contender != Contender.SMALLRYE || workload.kind() != Workload.Kind.SUB_RESOURCE);
  }

  private int spansWithin() {
    return workload.kind() == Workload.Kind.DEPTH ? workload.size() : 0;
  }

  private Set<String> attributes() {
    return switch (contender) {
      case BRAVE -> BRAVE;
      case HELIDON -> HELIDON;
      default -> stack.isServer() ? SERVER : CLIENT;
    };
  }
}
