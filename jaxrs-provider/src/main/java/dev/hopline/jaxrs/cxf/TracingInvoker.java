// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.cxf;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.impl.AsyncResponseImpl;
import org.apache.cxf.message.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Sees what resource methods throw before CXF makes a response of it, of which it tells nobody. It
 * invokes as CXF's own does, which it takes the place of.
 */
final class TracingInvoker extends JAXRSInvoker {
  private static final String THROWN = TracingInvoker.class.getName();
  private static final int FIRST_SERVER_ERROR = 500;

  @Override
  protected Object performInvocation(
      Exchange exchange, Object resource, Method method, Object[] parameters) throws Exception {
    try {
      return super.performInvocation(exchange, resource, method, parameters);
    } catch (InvocationTargetException e) {
      Throwable error = e.getCause() == null ? e : e.getCause();
      Errors.thrown(exchange, error);
      exchange.put(THROWN, error);
      throw e;
    }
  }

  /** For a suspended request CXF calls this a second time, when there is an answer. */
  @Override
  public Object invoke(Exchange exchange, Object request) {
    Object answer = super.invoke(exchange, request);
    if (exchange.remove(THROWN) instanceof Throwable error && isServerError(answer)) {
      Errors.broken(exchange, error);
    }
    AsyncResponse later = exchange.getInMessage().get(AsyncResponse.class);
    // What is no answer of the application's is the 503 of a timeout, an exception of CXF's own.
    if (later instanceof AsyncResponseImpl given && given.isResumedByApplication()) {
      answered(exchange, given.getResponseObject());
    }
    return answer;
  }

  private static boolean isServerError(@Nullable Object answer) {
    return answer instanceof List<?> contents
        && !contents.isEmpty()
        && contents.get(0) instanceof Response response
        && response.getStatus() >= FIRST_SERVER_ERROR;
  }

  private static void answered(Exchange exchange, Object answer) {
    if (answer instanceof Throwable thrown) {
      boolean wrapping = thrown instanceof CompletionException || thrown instanceof Fault;
      Errors.thrown(exchange, wrapping && thrown.getCause() != null ? thrown.getCause() : thrown);
    }
  }
}
