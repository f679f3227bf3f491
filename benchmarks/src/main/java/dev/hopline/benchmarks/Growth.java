// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a cost grows with something.
 *
 * @param workload what is asked for, followed by how much of it
 */
record Growth(String title, Stack stack, String workload, List<Integer> sizes) {
  private static final List<Contender> CONTENDERS =
      List.of(Contender.NONE, Contender.LIMIT, Contender.HOPLINE);

  static List<Growth> all() {
    return List.of(
        new Growth("Routes", Stack.RESTEASY_SERVER, "ROUTES", List.of(1, 10, 100, 1000)),
        new Growth("Routes", Stack.JERSEY_SERVER, "ROUTES", List.of(1, 10, 100, 1000)),
        new Growth("Entries of baggage", Stack.RESTEASY_SERVER, "BAGGAGE", List.of(0, 10, 50)),
        new Growth("Attributes of a span", Stack.RESTEASY_SERVER, "ATTRIBUTES", List.of(0, 10, 50)),
        new Growth("Spans within spans", Stack.RESTEASY_SERVER, "DEPTH", List.of(0, 1, 10, 100)));
  }

  Cell cell(Contender contender, int size) {
    return Cell.http(stack, contender, Mode.SAMPLED, workload + ":" + size);
  }

  Stream<Cell> cells() {
    return sizes.stream()
        .flatMap(size -> CONTENDERS.stream().map(contender -> cell(contender, size)));
  }
}
