// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomcat;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TracingRuntime;
import dev.hopline.tck.TracingStart;
import java.net.URI;
import java.util.Map;
import org.apache.catalina.util.ServerInfo;
import org.glassfish.jersey.internal.Version;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey in Tomcat, without CDI. */
final class JerseyTomcatRuntime implements TracingRuntime {
  private final Registered registered;
  private final TracingStart start;
  private Tracing tracing;
  private TomcatServer server;

  JerseyTomcatRuntime(Registered registered) {
    this(registered, TracingStart.byHand());
  }

  JerseyTomcatRuntime(Registered registered, TracingStart start) {
    this.registered = registered;
    this.start = start;
  }

  @Override
  public String name() {
    return "Jersey " + Version.getVersion() + ", Tomcat " + ServerInfo.getServerNumber();
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
    tracing = start.open(otlpEndpoint, settings);
    server = new TomcatServer(registered, tracing);
    server.deploy(registered.mountedAt(), servlet());
    server.deploy(registered.mountedAt() + SECOND, servlet());
    return server.start(registered.mountedAt());
  }

  private ServletContainer servlet() {
    ResourceConfig config = ResourceConfig.forApplication(start.application());
    config.property("jakarta.ws.rs.loadServices", registered.byService());
    if (registered.byHand()) {
      config.register(new TracingFeature(tracing));
    }
    return new ServletContainer(config);
  }

  @Override
  public void close() throws Exception {
    server.close();
    start.close();
  }
}
