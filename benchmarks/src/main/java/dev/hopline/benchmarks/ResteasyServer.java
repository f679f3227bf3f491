// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy's server from its dispatcher on. */
final class ResteasyServer implements Exchange {
  private final ResteasyDeployment deployment = new ResteasyDeploymentImpl();
  private final SynchronousDispatcher dispatcher;
  private final Later later = new Later();

  ResteasyServer(Instrument instrument, Workload workload) {
    deployment.setApplication(new Service(instrument, workload, later));
    deployment.start();
    dispatcher = (SynchronousDispatcher) deployment.getDispatcher();
  }

  @Override
  public int exchange(Call call) {
    MockHttpResponse response = new MockHttpResponse();
    dispatcher.invoke(new MemoryRequest(call, dispatcher, response), response);
    later.resume();
    return response.getStatus();
  }

  @Override
  public void close() {
    deployment.stop();
  }
}
