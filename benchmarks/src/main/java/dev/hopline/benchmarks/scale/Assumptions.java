// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import java.util.List;

/**
 * What no run here can tell, so that readers put in their own.
 *
 * @param requestsPerSecond that each service serves, those of other services included
 * @param servicesPerNode and so for each agent
 * @param spansPerGateway that one gateway takes in a second
 * @param decisionWait seconds that a gateway keeps a trace
 * @param growth bytes that a span has in a gateway's memory for each on the wire
 * @param keptShare of the traces without an error, as the gateways sample
 */
record Assumptions(
    double requestsPerSecond,
    int servicesPerNode,
    double spansPerGateway,
    int decisionWait,
    double growth,
    double keptShare) {
  static final Assumptions OURS = new Assumptions(50, 20, 20_000, 10, 3, 0.01);

  /** In words, with the figures that are used beside them. */
  List<String> lines() {
    return List.of(
        "a service is one process and serves %,.0f requests a second".formatted(requestsPerSecond),
        "a node, and so an agent, has %d services".formatted(servicesPerNode),
        "a gateway takes %,.0f spans a second".formatted(spansPerGateway),
        "`decision_wait` is %d s".formatted(decisionWait),
        "a span in a gateway's memory is %.0f times as large as on the wire".formatted(growth),
        "gateways keep all traces with an error and %.0f %% of the others"
            .formatted(100 * keptShare));
  }
}
