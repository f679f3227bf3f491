// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.Set;

/** For {@link TracingRuntime#untoldCalls}. */
public final class UntoldCalls {
  /** It calls the filters in a loop of its own, and tells nobody of one that throws. */
  public static final Set<String> OF_RESTEASY =
      Set.of(
          "sync, filter before ours throws",
          "sync, filter after ours throws",
          "async, filter before ours throws",
          "async, filter after ours throws",
          "callback, filter before ours throws",
          "callback, filter after ours throws",
          "rx, filter before ours throws",
          "rx, filter after ours throws",
          "stage, filter before ours throws",
          "stage, filter after ours throws");

  private UntoldCalls() {}
}
