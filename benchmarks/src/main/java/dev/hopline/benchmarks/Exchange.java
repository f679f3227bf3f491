// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

/** Sends a call through a stack, on this thread and without a socket. Safe on many threads. */
interface Exchange extends AutoCloseable {
  /** Gives the HTTP status of the response. */
  int exchange(Call call);

  @Override
  default void close() {}
}
