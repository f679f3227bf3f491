// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.Map;

/** What has a column in the table of results. */
public interface TestedRuntime {
  /**
   * What the runtime is called in the table of results, with its version, as in {@code Jersey
   * 3.1.11, Grizzly}. Runners that may share a column give the same name.
   */
  String name();

  /**
   * The cases that the runtime cannot hold, and why: the contract and the words of its method, as
   * in {@code Later: timeout is an error of the server}, followed by {@code , } and the arguments
   * if there are any; it is the text of the row in the table.
   *
   * <p>A listed case is run all the same. It is reported with its reason while it fails, and fails
   * the test when it holds, so that no line outlives what it is about.
   */
  default Map<String, String> differences() {
    return Map.of();
  }
}
