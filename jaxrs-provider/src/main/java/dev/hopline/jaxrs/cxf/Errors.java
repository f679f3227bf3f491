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
  /** The key of CXF's HTTP transport, which stands on the servlet API whatever its server is. */
  private static final String RESPONSE = "HTTP.RESPONSE";

  private Errors() {}

  /** Notes what CXF is about to make a response of. */
  static void thrown(Exchange exchange, Throwable error) {
    HttpSpan span = span(exchange);
    if (span != null) {
      span.error(error);
    }
  }

  /** Notes what broke off the writing of a response. */
  static void broken(Exchange exchange, Throwable error) {
    HttpSpan span = span(exchange);
    if (span != null) {
      TracingFilter.broken(span, exchange.getInMessage().get(RESPONSE), error);
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
