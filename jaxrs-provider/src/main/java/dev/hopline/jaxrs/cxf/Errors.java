// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.cxf;

import dev.hopline.HttpSpan;
import dev.hopline.jaxrs.servlet.TracingFilter;
import org.apache.cxf.jaxrs.impl.PropertyHolderFactory;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** Tells the SERVER span of an exchange what was thrown in it. */
final class Errors {
  // The keys of CXF's HTTP transport, which stands on the servlet API whatever its server is.
  private static final String REQUEST = "HTTP.REQUEST";
  private static final String RESPONSE = "HTTP.RESPONSE";

  private Errors() {}

  /** Notes what CXF is about to make a response of. */
  static void thrown(Exchange exchange, Throwable error) {
    HttpSpan span = span(exchange);
    if (span != null) {
      span.error(error);
    }
  }

  /** Notes what broke off a response, or will if the head of another goes out before its own. */
  static void broken(Exchange exchange, Throwable error) {
    HttpSpan span = span(exchange);
    if (span != null) {
      Message request = exchange.getInMessage();
      TracingFilter.broken(span, request.get(REQUEST), request.get(RESPONSE), error);
    }
  }

  private static @Nullable HttpSpan span(Exchange exchange) {
    Message request = exchange.getInMessage();
    try {
      return request != null
              && PropertyHolderFactory.getPropertyHolder(request)
                      .getProperty(HttpSpan.REQUEST_PROPERTY)
                  instanceof HttpSpan span
          ? span
          : null;
    } catch (IllegalStateException recycled) {
      // By the servlet container, and so the span has ended.
      return null;
    }
  }
}
