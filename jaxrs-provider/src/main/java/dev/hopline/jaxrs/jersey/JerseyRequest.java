// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.HttpSpan;
import io.opentelemetry.context.Scope;
import java.util.EnumMap;
import java.util.Map;
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
  private static final Map<RequestEvent.Type, Step> STEPS =
      new EnumMap<>(
          Map.of(
              RequestEvent.Type.REQUEST_MATCHED,
              (exchange, response, error, written) -> exchange.match(),
              RequestEvent.Type.RESOURCE_METHOD_START,
              (exchange, response, error, written) -> exchange.enterMethod(),
              RequestEvent.Type.RESOURCE_METHOD_FINISHED,
              (exchange, response, error, written) -> exchange.leaveMethod(),
              // An exception mapper runs next, then the response filters and the writing.
              RequestEvent.Type.ON_EXCEPTION,
              (exchange, response, error, written) -> exchange.noteException(error),
              RequestEvent.Type.RESP_FILTERS_START,
              (exchange, response, error, written) -> exchange.respond(response),
              RequestEvent.Type.RESP_FILTERS_FINISHED,
              (exchange, response, error, written) -> exchange.tellCaller(response),
              RequestEvent.Type.FINISHED,
              JerseyRequest::end));

  private final ContainerRequest request;
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
  JerseyRequest(ContainerRequest request, HttpSpan span, JerseyRoutes routes, boolean outermost) {
    this.request = request;
    this.span = span;
    this.routes = routes;
    this.outermost = outermost;
    this.requestScope = span.makeCurrent();
  }

  /**
   * No event goes beyond this method, only what it tells, and what becomes of that is found in a
   * table: so this is a method that the compiler takes into Jersey's, where it leaves out the
   * events, nine objects a request. What is done at any of them is too much for that in one piece.
   */
  @Override
  public void onEvent(RequestEvent event) {
    Step step = STEPS.get(event.getType());
    if (step != null) {
      step.take(
          this, event.getContainerResponse(), event.getException(), event.isResponseWritten());
    }
  }

  /** What an event leads to. */
  private interface Step {
    void take(
        JerseyRequest exchange,
        @Nullable ContainerResponse response,
        @Nullable Throwable error,
        boolean written);
  }

  private void enterMethod() {
    inMethod = true;
  }

  private void leaveMethod() {
    inMethod = false;
    closeRequestScope();
  }

  private void noteException(@Nullable Throwable error) {
    if (error != null) {
      span.error(Errors.thrownByApplication(error));
    }
    openResponseScope();
  }

  private void match() {
    routes.tell(span, request.getUriInfo());
  }

  private void respond(@Nullable ContainerResponse response) {
    openResponseScope();
    if (ownsEnd() && response != null && response.isChunked() && !chunked) {
      chunked = true;
      request.setWriter(new ChunkedEnd(request.getResponseWriter(), span, response));
    }
  }

  private void tellCaller(@Nullable ContainerResponse response) {
    String traceresponse = span.traceresponse();
    if (traceresponse != null && response != null) {
      response.getHeaders().putSingle(HttpSpan.TRACERESPONSE, traceresponse);
    }
  }

  /**
   * Whether no container's hook will end the span. Around a response that another thread writes
   * there is one, but Tomcat may forget to tell it of a client that has gone away.
   */
  private boolean ownsEnd() {
    return outermost || Thread.currentThread() != requestThread;
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

  private void end(
      @Nullable ContainerResponse response, @Nullable Throwable error, boolean written) {
    finished = true;
    Scope scope = responseScope;
    if (scope != null && Thread.currentThread() == responseThread) {
      responseScope = null;
      scope.close();
    }
    closeRequestScope();
    if (response != null) {
      span.response(response, ContainerResponse::getHeaderString);
    }
    // Without a response the container answers in its own way, which is a 500.
    int httpStatus = response == null ? 500 : response.getStatus();
    Throwable broken = written ? null : BodyFailure.of(request);
    if (error == null && broken != null) {
      // Whoever is outermost: of a response on its way nobody else learns what broke it off.
      span.end(httpStatus, Errors.thrownByApplication(broken));
    } else if ((outermost || (ownsEnd() && written)) && !(chunked && error == null)) {
      span.end(httpStatus, written || error == null ? null : Errors.thrownByApplication(error));
    }
  }
}
