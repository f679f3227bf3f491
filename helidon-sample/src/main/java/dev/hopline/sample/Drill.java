// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.ws.rs.QueryParam;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a request rehearses: the service that fails and the one that is slow. It travels along the
 * chain as {@code ?fail=prompts&slow=meter}.
 */
public class Drill {
  private static final long WORK = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long SLOW_WORK = TimeUnit.MILLISECONDS.toNanos(300);

  @QueryParam("fail")
  public @Nullable String fail;

  @QueryParam("slow")
  public @Nullable String slow;

  /** Does the little work of a hop, or what the drill wants in its place. */
  void at(String service) {
    if (service.equals(fail)) {
      throw new IllegalStateException("drill: " + service + " fails");
    }
    LockSupport.parkNanos(service.equals(slow) ? SLOW_WORK : WORK);
  }
}
