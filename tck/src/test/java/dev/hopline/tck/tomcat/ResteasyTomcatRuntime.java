// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomcat;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TracingRuntime;
import dev.hopline.tck.TracingStart;
import dev.hopline.tck.UntoldCalls;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.util.ServerInfo;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy in Tomcat, without CDI. */
final class ResteasyTomcatRuntime implements TracingRuntime {
  private final Registered registered;
  private final TracingStart start;
  private Tracing tracing;
  private TomcatServer server;

  ResteasyTomcatRuntime(Registered registered) {
    this(registered, TracingStart.byHand());
  }

  ResteasyTomcatRuntime(Registered registered, TracingStart start) {
    this.registered = registered;
    this.start = start;
  }

  @Override
  public String name() {
    String version = ResteasyDeploymentImpl.class.getPackage().getImplementationVersion();
    return "RESTEasy " + version + ", Tomcat " + ServerInfo.getServerNumber();
  }

  /**
   * RESTEasy and Tomcat may lock each other out if another thread writes before the request's own
   * has left: RESTEasy's lock is held by the one, Tomcat's by the other. Of events that is shown
   * without tracing, too; that others are left without an answer was seen once traced and once not.
   */
  @Override
  public List<String> unansweredAfterAborts() {
    return List.of("later/", "body/events");
  }

  @Override
  public Set<String> untoldCalls() {
    return UntoldCalls.OF_RESTEASY;
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
    tracing = start.open(otlpEndpoint, settings);
    server = new TomcatServer(registered, tracing);
    for (String root : List.of(registered.mountedAt(), registered.mountedAt() + SECOND)) {
      server
          .deploy(root, new HttpServlet30Dispatcher())
          .getServletContext()
          .setAttribute(ResteasyDeployment.class.getName(), deployment());
    }
    return server.start(registered.mountedAt());
  }

  private ResteasyDeployment deployment() {
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.setApplication(start.application());
    deployment.setProperty("jakarta.ws.rs.loadServices", registered.byService());
    // If a server has filters for clients, say RESTEasy's own of gzip, its clients have no others.
    deployment.getProviders().add(new Idle());
    if (registered.byHand()) {
      deployment.getProviders().add(new TracingFeature(tracing));
    }
    return deployment;
  }

  @Override
  public void close() throws Exception {
    server.close();
    start.close();
  }

  private static final class Idle implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext call) {}
  }
}
