// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.servlet;

import dev.hopline.HttpSpan;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The end of one request as the servlet container sees it: when the filters have returned; for an
 * error, when the container has answered it; for a suspended request, when it is complete, of which
 * Jakarta REST's callbacks do not hear for server-sent events and for a client that goes away.
 */
final class ServletEnd implements AsyncListener {
  private static final String PROPERTY = ServletEnd.class.getName();
  private static final String BROKEN = PROPERTY + ".broken";
  private static final int FIRST_ERROR = 400;

  private final HttpSpan span;
  private final HttpServletResponse response;
  private volatile @Nullable Throwable failed;
  private volatile @Nullable Throwable tooLate;

  ServletEnd(HttpSpan span, HttpServletResponse response) {
    this.span = span;
    this.response = response;
  }

  /** The request's end that was left to its destruction; null if it has ended otherwise. */
  static @Nullable ServletEnd of(ServletRequest request) {
    return request.getAttribute(PROPERTY) instanceof ServletEnd end ? end : null;
  }

  /** Notes what came out of the application. The container answers it, if it still can. */
  void thrown(Throwable error) {
    Throwable thrown = Errors.thrownByApplication(error);
    Throwable answered = failed;
    if (!response.isCommitted()) {
      failed = thrown;
    } else if (answered == null) {
      tooLate = thrown;
    } else {
      // This breaks off the answer to what went wrong, and it is that which the span is to name.
      thrown = answered;
      tooLate = answered;
    }
    span.error(thrown);
  }

  /**
   * The same for what the container is not told: if it comes too late, it is the end. If not, the
   * head may still go out before the answer, on another thread of a suspended request.
   */
  static void broken(
      HttpSpan span, HttpServletRequest request, HttpServletResponse response, Throwable error) {
    ServletEnd end =
        request.getAttribute(BROKEN) instanceof ServletEnd known && known.span == span
            ? known
            : new ServletEnd(span, response);
    request.setAttribute(BROKEN, end);
    end.thrown(error);
    if (end.isBroken()) {
      end.end(response.getStatus());
    } else if (request.isAsyncStarted()) {
      end.isListening(request);
    }
  }

  /**
   * Whether the head had gone out when the exception came. There is no answer to it any more, and
   * Jetty tells nobody of the end of such a request if it is suspended.
   */
  boolean isBroken() {
    return tooLate != null;
  }

  /**
   * Whether there is still something to come, on this thread or another, and if so, waits for it.
   *
   * @param destructionIsTold whether {@link RequestDestroyed} is told of the request's end
   */
  boolean isLater(HttpServletRequest request, boolean destructionIsTold) {
    if (request.isAsyncStarted()) {
      return isListening(request);
    }
    boolean errorPage =
        destructionIsTold && (failed != null || response.getStatus() >= FIRST_ERROR);
    if (errorPage) {
      request.setAttribute(PROPERTY, this);
    }
    return errorPage;
  }

  private boolean isListening(HttpServletRequest request) {
    try {
      request.getAsyncContext().addListener(this);
      return true;
    } catch (IllegalStateException complete) {
      return false;
    }
  }

  /** Ends the span with the status that the response has by now. */
  void now(ServletRequest request) {
    int status = response.getStatus();
    boolean answered = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    if (failed != null && status < FIRST_ERROR && !answered) {
      // The container is yet to do it, in the way of all containers.
      status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
    end(status);
  }

  private void end(int status) {
    span.response(response, ServletEnd::header);
    span.end(status, tooLate);
  }

  private static @Nullable String header(HttpServletResponse response, String name) {
    Collection<String> values = response.getHeaders(name);
    return values.isEmpty() ? null : String.join(",", values);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    int status = response.getStatus();
    if (failed != null && status < FIRST_ERROR) {
      // Another thread has sent the head, say that of an event, and so there was no answer to it.
      tooLate = failed;
    }
    end(status);
  }

  @Override
  public void onError(AsyncEvent event) {
    Throwable error = event.getThrowable();
    if (error != null) {
      thrown(error);
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {
    // The container drops its listeners when the request is suspended again.
    event.getAsyncContext().addListener(this);
  }
}
