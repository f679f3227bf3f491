// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.resteasy;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TracingRuntime;
import dev.hopline.tck.TracingStart;
import dev.hopline.tck.UntoldCalls;
import dev.hopline.tck.cdi.WeldStart;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import jakarta.ws.rs.core.Application;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** RESTEasy on Undertow, without CDI unless tracing is started by it. */
final class ResteasyRuntime implements TracingRuntime {
  private static final String SHARED =
      "RESTEasy asks for features once for all clients of a class loader, of which some may be traced"
          + " later: the filters are there and do nothing";

  private final Registered registered;
  private final TracingStart start;
  private Tracing tracing;
  private Server server;

  ResteasyRuntime(Registered registered) {
    this(registered, TracingStart.byHand());
  }

  ResteasyRuntime(Registered registered, TracingStart start) {
    this.registered = registered;
    this.start = start;
  }

  @Override
  public String name() {
    String version = ResteasyDeploymentImpl.class.getPackage().getImplementationVersion();
    return "RESTEasy " + version + ", Undertow";
  }

  @Override
  public Map<String, String> differences() {
    return Map.of(
        "JavaSeClient: disabled tracing adds nothing",
        SHARED,
        "Retry: attempts are one client span each, by=stage",
        WeldStart.ASYNCHRONOUS);
  }

  @Override
  public Set<String> untoldCalls() {
    return UntoldCalls.OF_RESTEASY;
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) {
    tracing = start.open(otlpEndpoint, settings);
    server = new Server();
    deploy("tck", start.application(), registered.mountedAt());
    deploy("second", new TckApplication(), registered.mountedAt() + SECOND);
    server.start(
        Undertow.builder()
            .addHttpListener(0, "localhost")
            .setWorkerThreads(MAX_REQUESTS)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADERS_BYTES));
    return URI.create("http://localhost:" + server.port() + registered.mountedAt());
  }

  private void deploy(String name, Application application, String contextPath) {
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.setApplication(application);
    deployment.setProperty("jakarta.ws.rs.loadServices", registered.byService());
    if (registered.byHand()) {
      deployment.getProviders().add(new TracingFeature(tracing));
    }
    server.deploy(
        server
            .undertowDeployment(deployment, "/")
            .setClassLoader(ResteasyRuntime.class.getClassLoader())
            .setContextPath(contextPath)
            .setDeploymentName(name));
  }

  @Override
  public void close() {
    server.stop();
    start.close();
  }

  private static final class Server extends UndertowJaxrsServer {
    int port() {
      return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }
  }
}
