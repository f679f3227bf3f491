// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomcat;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TracingRuntime;
import dev.hopline.tck.UntoldCalls;
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
  private final Map<String, String> own;
  private Tracing tracing;
  private TomcatServer server;

  ResteasyTomcatRuntime(Registered registered) {
    this(registered, Map.of());
  }

  /**
   * Such a runtime.
   *
   * @param own settings beside those of the contract
   */
  ResteasyTomcatRuntime(Registered registered, Map<String, String> own) {
    this.registered = registered;
    this.own = own;
  }

  @Override
  public String name() {
    String version = ResteasyDeploymentImpl.class.getPackage().getImplementationVersion();
    return "RESTEasy " + version + ", Tomcat " + ServerInfo.getServerNumber();
  }

  /**
   * After clients had reset some of them, one of the next was left without an answer: seen once
   * traced and once with tracing off; why is not known.
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
    tracing = Tracing.builder("tck").otlpEndpoint(otlpEndpoint).properties(settings).properties(own).start();
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
    deployment.setApplication(new TckApplication());
    deployment.setProperty("jakarta.ws.rs.loadServices", registered.byService());
    if (registered.byHand()) {
      deployment.getProviders().add(new TracingFeature(tracing));
    }
    return deployment;
  }

  @Override
  public void close() throws Exception {
    server.close();
    tracing.close();
  }
}
