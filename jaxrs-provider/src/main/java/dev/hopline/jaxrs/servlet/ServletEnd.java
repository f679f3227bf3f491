// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.servlet;

import dev.hopline.HttpSpan;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The end of a suspended request as the servlet container sees it. Server-sent events, and a client
 * that goes away, complete the asynchronous context without a word to Jakarta REST's callbacks.
 */
final class ServletEnd implements AsyncListener {
  private final HttpSpan span;
  private final HttpServletResponse response;

  private ServletEnd(HttpSpan span, HttpServletResponse response) {
    this.span = span;
    this.response = response;
  }

  /** Listens to a request that was suspended. */
  static void listen(HttpServletRequest request, HttpServletResponse response, HttpSpan span) {
    if (!request.isAsyncStarted()) {
      return;
    }
    try {
      request.getAsyncContext().addListener(new ServletEnd(span, response));
    } catch (IllegalStateException complete) {
      span.end(response.getStatus(), null);
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    span.end(response.getStatus(), event.getThrowable());
  }

  @Override
  public void onError(AsyncEvent event) {
    span.end(response.getStatus(), event.getThrowable());
  }

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {
    // The container drops its listeners when the request is suspended again.
    event.getAsyncContext().addListener(this);
  }
}
