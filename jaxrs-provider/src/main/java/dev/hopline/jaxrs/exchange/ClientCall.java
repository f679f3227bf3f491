// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.exchange;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call, as the filters and the runtime's hooks know it together, from the first filter to its
 * only end. It has a span even if it ends before the last filter, in another one.
 */
public final class ClientCall implements Runnable {
  private static final String CALL = ClientCall.class.getName();
  private static final String PARENT = CALL + ".parent";
  private static final Runnable UNWATCHED = () -> {};

  private final Tracing tracing;
  private final Context parent;

  // The request as it is when the call begins, and then as it is sent; by CallRequest, under the
  // lock of this.
  String method;
  URI uri;
  @Nullable String template;
  boolean traced = true;
  // Not for longer: whoever watches the call would keep the request, for whose garbage it waits.
  @Nullable ClientRequestContext sending;

  // All guarded by this.
  private @Nullable HttpSpan span;
  private @Nullable String header;
  private @Nullable List<String> moreHeaders;

  private volatile Runnable over = UNWATCHED;
  private volatile boolean ended;

  private ClientCall(ClientRequestContext request, Tracing tracing, Context parent) {
    this.tracing = tracing;
    this.parent = parent;
    this.method = request.getMethod();
    this.uri = request.getUri();
  }

  /** In a property: what is garbage together with the request, while the call may be watched. */
  private record Kept(ClientCall call) {}

  /** Keeps the caller's context until the filters run, which may be on another thread. */
  public static void keepParent(ClientRequestContext request, Context parent) {
    // In the place of the call that is yet to begin: a property costs more than all of its value.
    request.setProperty(of(request) == null ? CALL : PARENT, parent);
  }

  /** The call that the request is made for; null if it is not traced. */
  public static @Nullable ClientCall of(ClientRequestContext request) {
    return request.getProperty(CALL) instanceof Kept kept ? kept.call : null;
  }

  /** Begins a call; null if it has begun before, which is so if filters are registered twice. */
  public static @Nullable ClientCall begin(ClientRequestContext request, Tracing tracing) {
    Object kept = request.getProperty(CALL);
    if (kept instanceof Kept before) {
      if (!before.call.ended) {
        return null;
      }
      before.call.withdraw(request);
      kept = request.getProperty(PARENT);
    }
    Context parent = kept instanceof Context known ? known : Context.current();
    ClientCall call = new ClientCall(request, tracing, parent);
    request.setProperty(CALL, new Kept(call));
    return call;
  }

  /** One is all that most calls have. */
  void note(String key) {
    if (header == null) {
      header = key;
      return;
    }
    List<String> more = moreHeaders == null ? new ArrayList<>(2) : moreHeaders;
    more.add(key);
    moreHeaders = more;
  }

  /**
   * Takes the call's headers from the request again. An invocation may be invoked once more, and on
   * some runtimes keeps its headers: they would then count as set by the application.
   */
  public synchronized void withdraw(ClientRequestContext request) {
    if (header != null) {
      request.getHeaders().remove(header);
      header = null;
    }
    if (moreHeaders != null) {
      moreHeaders.forEach(request.getHeaders()::remove);
      moreHeaders = null;
    }
  }

  /**
   * Has the call ended even if nobody tells.
   *
   * @param staysOnThread whether the filters' thread works for nothing else until the call is over
   */
  public void watch(ClientRequestContext request, boolean staysOnThread) {
    watch(request, staysOnThread, this);
  }

  /** The same where nobody tells of a call that its caller has cancelled, and of no other. */
  public void watchForCancellation(ClientRequestContext request) {
    watch(request, false, this::cancel);
  }

  private void watch(ClientRequestContext request, boolean staysOnThread, Runnable end) {
    Object token = request.getProperty(CALL);
    over = tracing.client().watch(parent, staysOnThread, token, end);
  }

  /** Whether nothing is known of an interface by way of which the call is made. */
  public boolean isPlain() {
    return template == null;
  }

  /**
   * Tells what that interface says.
   *
   * @param template of the path
   * @param traced whether there is to be a span
   */
  public synchronized void describe(String template, boolean traced) {
    this.template = template;
    this.traced = traced;
  }

  /** Starts the span of the request as it is going to be sent, and injects its context. */
  public synchronized void start(ClientRequestContext request) {
    if (span == null) {
      method = request.getMethod();
      uri = request.getUri();
      sending = request;
      try {
        span = tracing.client().start(parent, this, CallRequest.INSTANCE);
      } finally {
        sending = null;
      }
    }
  }

  /** Ends the call with a response. The first end counts. */
  public void end(ClientResponseContext response) {
    end(
        span -> {
          span.response(response, ClientResponseContext::getHeaderString);
          span.end(response.getStatus(), null);
        });
  }

  /** Ends the call without a response, for this reason; null if it is not known. */
  public void fail(@Nullable Throwable error) {
    end(span -> span.end(0, error == null ? null : reason(error)));
  }

  /** Ends the call because its caller wants it no more, which is no error. */
  public void cancel() {
    fail(new CancellationException());
  }

  /** Gives it up: nobody has told how it ended. */
  @Override
  public void run() {
    end(HttpSpan::giveUp);
  }

  private void end(Consumer<HttpSpan> how) {
    if (!ended) {
      ended = true;
      how.accept(span());
      over.run();
    }
  }

  /** The span; one of the request as it was at first, if the call ends before it is to be sent. */
  private synchronized HttpSpan span() {
    HttpSpan known = span;
    if (known == null) {
      known = tracing.client().start(parent, this, CallRequest.INSTANCE);
      span = known;
    }
    return known;
  }

  /** What went wrong, without the wrappings that differ from one runtime to the next. */
  private static Throwable reason(Throwable error) {
    Throwable reason = error;
    while (isWrapping(reason) && reason.getCause() != null) {
      reason = reason.getCause();
    }
    return reason;
  }

  private static boolean isWrapping(Throwable error) {
    return error instanceof ProcessingException
        || error instanceof CompletionException
        || error instanceof ExecutionException;
  }
}
