// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens used by each tenant since this process started. */
@ApplicationScoped
public class Ledger {
  static final long BUDGET = 1_000_000;

  private final Map<String, Long> used = new ConcurrentHashMap<>();

  /** Adds the tokens, none being fine, and returns the tenant's new total. */
  public long book(String tenant, long tokens) {
    return used.merge(tenant, tokens, Long::sum);
  }
}
