// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.exchange;

import dev.hopline.HttpSpan;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What the filter and the runtime's hooks know together of one call, in its properties. */
public final class ClientCall {
  private static final String SPAN = ClientCall.class.getName() + ".span";
  private static final String PARENT = ClientCall.class.getName() + ".parent";

  private ClientCall() {}

  /** Keeps the caller's context until the filter runs, which may be on another thread. */
  public static void keepParent(ClientRequestContext request, Context parent) {
    request.setProperty(PARENT, parent);
  }

  /** The context to be the parent: the one kept, else the current one. */
  public static Context parent(ClientRequestContext request) {
    return request.getProperty(PARENT) instanceof Context parent ? parent : Context.current();
  }

  /** Keeps the span until the call has ended. */
  public static void keepSpan(ClientRequestContext request, HttpSpan span) {
    request.setProperty(SPAN, span);
  }

  /** The call's span; null if it has none. */
  public static @Nullable HttpSpan span(ClientRequestContext request) {
    return request.getProperty(SPAN) instanceof HttpSpan span ? span : null;
  }

  /** Ends the call's span, if it is not ended: no response came, for this reason. */
  public static void fail(ClientRequestContext request, Throwable error) {
    HttpSpan span = span(request);
    if (span != null) {
      span.end(0, reason(error));
    }
  }

  /** What went wrong, without the wrappings that differ from one runtime to the next. */
  public static Throwable reason(Throwable error) {
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
