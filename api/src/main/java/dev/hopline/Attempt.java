// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an invocation that may be retried, in the context of all that it does. It knows
 * which requests earlier attempts have sent, those around it included. Thread-safe.
 */
final class Attempt implements ImplicitContextKeyed {
  private static final String INVOCATION = "dev.hopline.attempts";
  private static final ContextKey<Attempt> KEY = ContextKey.named(INVOCATION);

  /** What an invocation remembers; a request beyond is taken for a new one. */
  private static final int MAX_REQUESTS = 1000;

  private final @Nullable Attempt outer;
  private final Map<String, Sent> sent;
  private final int number;

  private Attempt(@Nullable Attempt outer, Map<String, Sent> sent, int number) {
    this.outer = outer;
    this.sent = sent;
    this.number = number;
  }

  /**
   * How often a request was sent.
   *
   * @param attempt the last one that has sent it
   * @param before in earlier attempts than that
   * @param now in that attempt: an application that polls means each as a new request
   */
  private record Sent(int attempt, int before, int now) {
    Sent again(int next) {
      return attempt < next ? new Sent(next, before + now, 1) : new Sent(attempt, before, now + 1);
    }
  }

  /**
   * The next attempt of an invocation.
   *
   * @param data what belongs to the invocation and is there in each of its attempts
   */
  static Attempt next(Map<String, Object> data, Context context) {
    Attempt last = data.get(INVOCATION) instanceof Attempt known ? known : null;
    Attempt next =
        last == null
            ? new Attempt(context.get(KEY), new ConcurrentHashMap<>(), 1)
            : new Attempt(last.outer, last.sent, last.number + 1);
    data.put(INVOCATION, next);
    return next;
  }

  /** How often earlier attempts have sent a request that is to be sent now; 0 without any. */
  static int resends(Context context, String method, String url) {
    Attempt innermost = context.get(KEY);
    return innermost == null ? 0 : innermost.resends(method + ' ' + url);
  }

  private int resends(String request) {
    int resends = 0;
    for (Attempt each = this; each != null; each = each.outer) {
      resends += each.sentBefore(request);
    }
    return resends;
  }

  private int sentBefore(String request) {
    boolean full = sent.size() >= MAX_REQUESTS && !sent.containsKey(request);
    return full
        ? 0
        : sent.merge(request, new Sent(number, 0, 1), (last, first) -> last.again(number)).before;
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }
}
