// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.HttpSpan;
import io.opentelemetry.context.Scope;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Follows one request through Jersey's events.
 *
 * <p>Two scopes, each closed on the thread that opened it: one from the start to the return of the
 * resource method, one around the response. An asynchronous response may be complete on its own
 * thread before the method has returned on this one, so neither may close the other's.
 */
final class JerseyRequest implements RequestEventListener {
  private final HttpSpan span;
  private final JerseyRoutes routes;
  private final boolean outermost;
  private final Thread requestThread = Thread.currentThread();
  private @Nullable Scope requestScope;
  private @Nullable Thread responseThread;
  private @Nullable Scope responseScope;
  private boolean inMethod;
  private boolean chunked;
  private boolean finished;

  /**
   * @param outermost whether Jersey is the outermost hook, which ends the span
   */
  // Closed at the events that end the request's stay on this thread.
  @SuppressWarnings("MustBeClosedChecker")
  JerseyRequest(HttpSpan span, JerseyRoutes routes, boolean outermost) {
    this.span = span;
    this.routes = routes;
    this.outermost = outermost;
    this.requestScope = span.makeCurrent();
  }

  @Override
  public void onEvent(RequestEvent event) {
    switch (event.getType()) {
      case REQUEST_MATCHED -> route(event);
      case RESOURCE_METHOD_START -> inMethod = true;
      case RESOURCE_METHOD_FINISHED -> {
        inMethod = false;
        closeRequestScope();
      }
      // An exception mapper runs next, then the response filters and the writing of the body.
      case ON_EXCEPTION -> {
        note(event.getException());
        openResponseScope();
      }
      case RESP_FILTERS_START -> {
        openResponseScope();
        awaitLastChunk(event);
      }
      case RESP_FILTERS_FINISHED -> tellCaller(event.getContainerResponse());
      case FINISHED -> end(event);
      default -> {}
    }
  }

  private void awaitLastChunk(RequestEvent event) {
    ContainerResponse response = event.getContainerResponse();
    if (ownsEnd() && response != null && response.isChunked() && !chunked) {
      chunked = true;
      ContainerRequest request = event.getContainerRequest();
      request.setWriter(new ChunkedEnd(request.getResponseWriter(), span, response));
    }
  }

  private void tellCaller(@Nullable ContainerResponse response) {
    String traceresponse = span.traceresponse();
    if (traceresponse != null && response != null) {
      response.getHeaders().putSingle(HttpSpan.TRACERESPONSE, traceresponse);
    }
  }

  private void route(RequestEvent event) {
    routes.tell(span, event.getUriInfo());
  }

  /**
   * Whether no container's hook will end the span. Around a response that another thread writes
   * there is one, but Tomcat may forget to tell it of a client that has gone away.
   */
  private boolean ownsEnd() {
    return outermost || Thread.currentThread() != requestThread;
  }

  private void note(@Nullable Throwable error) {
    if (error != null) {
      span.error(Errors.thrownByApplication(error));
    }
  }

  private void closeRequestScope() {
    Scope scope = requestScope;
    // An event that the method sends may finish the request while the method goes on.
    if (scope != null && !inMethod && Thread.currentThread() == requestThread) {
      requestScope = null;
      scope.close();
    }
  }

  /**
   * Not once more when a method throws after an event that it has sent, which was the response: on
   * Helidon the scope that was opened then was never closed.
   */
  @SuppressWarnings("MustBeClosedChecker") // Closed at FINISHED, which comes on the same thread.
  private void openResponseScope() {
    boolean inRequestScope = requestScope != null && Thread.currentThread() == requestThread;
    if (!inRequestScope && responseScope == null && !finished) {
      responseThread = Thread.currentThread();
      responseScope = span.makeCurrent();
    }
  }

  private void end(RequestEvent event) {
    finished = true;
    Scope scope = responseScope;
    if (scope != null && Thread.currentThread() == responseThread) {
      responseScope = null;
      scope.close();
    }
    closeRequestScope();
    ContainerResponse response = event.getContainerResponse();
    if (response != null) {
      span.response(response, ContainerResponse::getHeaderString);
    }
    // Without a response the container answers in its own way, which is a 500.
    int httpStatus = response == null ? 500 : response.getStatus();
    Throwable error = event.getException();
    boolean unwritten = !event.isResponseWritten();
    Throwable broken = unwritten ? BodyFailure.of(event.getContainerRequest()) : null;
    if (error == null && broken != null) {
      // Whoever is outermost: of a response on its way nobody else learns what broke it off.
      span.end(httpStatus, Errors.thrownByApplication(broken));
    } else if ((outermost || (ownsEnd() && !unwritten)) && !(chunked && error == null)) {
      boolean escaped = unwritten && error != null;
      span.end(httpStatus, escaped ? Errors.thrownByApplication(error) : null);
    }
  }
}
