// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.cxf;

import dev.hopline.jaxrs.exchange.ClientCall;
import java.io.IOException;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxrs.client.spec.ClientRequestContextImpl;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageUtils;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Sees what breaks a message off on its way out: the request of a client that gets no response, the
 * response of a server. CXF tells it to all interceptors that the message has passed, hence the
 * first phase.
 */
final class FaultHook extends AbstractPhaseInterceptor<Message> {
  FaultHook() {
    super(Phase.SETUP);
  }

  @Override
  public void handleMessage(Message message) {}

  @Override
  public void handleFault(Message message) {
    Exchange exchange = message.getExchange();
    Exception fault = message.getContent(Exception.class);
    // SOAP comes by here, too.
    if (fault == null || !Boolean.TRUE.equals(exchange.get(Message.REST_MESSAGE))) {
      return;
    }
    Throwable error = fault instanceof Fault && fault.getCause() != null ? fault.getCause() : fault;
    if (MessageUtils.isRequestor(message)) {
      ClientCall call = ClientCall.of(new ClientRequestContextImpl(message, false));
      if (call != null) {
        call.fail(interruption(error));
      }
    } else {
      Errors.broken(exchange, error);
    }
  }

  /** CXF puts an interruption into an IOException, and that into another one with the URL. */
  private static Throwable interruption(Throwable error) {
    Throwable cause = error;
    while (cause instanceof IOException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof InterruptedException ? cause : error;
  }
}
