// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose end the client may tell nobody. One is given up when that is sure: what it leaves
 * behind is garbage, or its thread, which it would occupy, ends the server span that it belongs to.
 *
 * <p>There is no thread for it: requests and calls look whether there is garbage, which costs a
 * volatile read. Nothing is kept of a call that has ended.
 */
final class LastResort {
  private final ReferenceQueue<Object> garbage = new ReferenceQueue<>();
  private final Set<Watched> open = ConcurrentHashMap.newKeySet();
  private final Map<HttpSpan, Set<Watched>> byRequest = new ConcurrentHashMap<>();

  /**
   * Watches a call.
   *
   * @param server the request that it is made for, if this thread is the call's until its end
   * @param token what is reachable as long as the call may still be ended
   * @param giveUp ends it; must not reach the token
   * @return to be run when the call has ended
   */
  Runnable watch(@Nullable HttpSpan server, Object token, Runnable giveUp) {
    look();
    Watched call = new Watched(token, server, giveUp);
    open.add(call);
    if (server != null) {
      byRequest.compute(server, (request, calls) -> with(call, calls));
    }
    return call;
  }

  private static Set<Watched> with(Watched call, @Nullable Set<Watched> calls) {
    Set<Watched> all = calls == null ? ConcurrentHashMap.newKeySet(2) : calls;
    all.add(call);
    return all;
  }

  /** Gives up the calls of a request whose span ends here that were made by this very thread. */
  void requestEnded(HttpSpan server) {
    Set<Watched> calls = byRequest.isEmpty() ? null : byRequest.get(server);
    if (calls != null) {
      calls.stream().filter(Watched::isOfThisThread).forEach(Watched::giveUp);
    }
  }

  /** Gives up what has become garbage. */
  void look() {
    for (Reference<?> gone = garbage.poll(); gone != null; gone = garbage.poll()) {
      ((Watched) gone).giveUp();
    }
  }

  /** Gives up all calls. */
  void close() {
    open.forEach(Watched::giveUp);
  }

  /** Is run when the call has ended. */
  private final class Watched extends PhantomReference<Object> implements Runnable {
    private final long threadId = Thread.currentThread().getId();
    private final @Nullable HttpSpan server;
    private final Runnable giveUp;

    Watched(Object token, @Nullable HttpSpan server, Runnable giveUp) {
      super(token, garbage);
      this.server = server;
      this.giveUp = giveUp;
    }

    boolean isOfThisThread() {
      return threadId == Thread.currentThread().getId();
    }

    @Override
    public void run() {
      boolean unused = forget();
    }

    private boolean forget() {
      if (server != null) {
        byRequest.computeIfPresent(server, (request, calls) -> without(calls));
      }
      return open.remove(this);
    }

    private @Nullable Set<Watched> without(Set<Watched> calls) {
      calls.remove(this);
      return calls.isEmpty() ? null : calls;
    }

    void giveUp() {
      if (forget()) {
        giveUp.run();
      }
    }
  }
}
