// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.servlet;

import dev.hopline.HttpSpan;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The servlet container's view of a request, where there is a container. */
public final class ServletRequests {
  /** The same hooks also work on Netty, Vert.x and the JDK's server. */
  private static final boolean PRESENT = isPresent();

  private ServletRequests() {}

  private static boolean isPresent() {
    try {
      Class.forName("jakarta.servlet.AsyncListener", false, ServletRequests.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /**
   * What to do if the request at hand turns out to be suspended.
   *
   * @param context finds the runtime's object of a type for this request; null if it has none
   */
  public static Runnable whenSuspended(
      HttpSpan span, Function<Class<?>, @Nullable Object> context) {
    return PRESENT ? ofServlet(span, context) : () -> {};
  }

  private static Runnable ofServlet(HttpSpan span, Function<Class<?>, @Nullable Object> context) {
    return context.apply(HttpServletRequest.class) instanceof HttpServletRequest request
            && context.apply(HttpServletResponse.class) instanceof HttpServletResponse response
        ? () -> ServletEnd.listen(request, response, span)
        : () -> {};
  }
}
