// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.cxf;

import dev.hopline.HttpServerTracing;
import dev.hopline.HttpSpan;
import org.apache.cxf.jaxrs.impl.PropertyHolderFactory;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Starts the span that the servlet filter has left to Jakarta REST, before any filter of the
 * application: one that throws keeps ours from being called.
 */
final class RequestHook extends AbstractPhaseInterceptor<Message> {
  RequestHook() {
    super(Phase.RECEIVE);
  }

  @Override
  public void handleMessage(Message message) {
    HttpSpan unused =
        HttpServerTracing.started(
            PropertyHolderFactory.getPropertyHolder(message)
                .getProperty(HttpSpan.REQUEST_PROPERTY));
  }
}
