// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.Set;

/** A hook of the runtime's in which nothing is done: what the runtime itself takes for one. */
record EmptyHook(Stack stack) implements Instrument {
  @Override
  public Set<Object> providers() {
    return Set.of(
        switch (stack) {
          case JERSEY_SERVER, HELIDON_SERVER -> new EmptyListener();
          case RESTEASY_SERVER -> new EmptyFilters.OfServer();
          case RESTEASY_CLIENT, JERSEY_CLIENT -> new EmptyFilters.OfClient();
        });
  }
}
