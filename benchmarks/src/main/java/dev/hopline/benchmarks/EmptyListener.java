// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/** Is told each event of a request on Jersey, and does nothing with it. */
final class EmptyListener implements ApplicationEventListener, RequestEventListener {
  @Override
  public void onEvent(ApplicationEvent event) {}

  @Override
  public RequestEventListener onRequest(RequestEvent event) {
    return this;
  }

  @Override
  public void onEvent(RequestEvent event) {}
}
