// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import java.util.concurrent.Executor;

/** A thread for each task; the TCK wants tasks to run elsewhere and carries the context itself. */
public final class TckExecutor implements Executor {
  /** For the TCK. */
  public TckExecutor() {}

  @Override
  public void execute(Runnable task) {
    new Thread(task, "tck-executor").start();
  }
}
