// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomcat;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TracingRuntime;
import java.net.URI;
import java.util.Map;
import org.apache.catalina.util.ServerInfo;
import org.glassfish.jersey.internal.Version;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey in Tomcat, without CDI. */
final class JerseyTomcatRuntime implements TracingRuntime {
  private final Registered registered;
  private final Map<String, String> own;
  private Tracing tracing;
  private TomcatServer server;

  JerseyTomcatRuntime(Registered registered) {
    this(registered, Map.of());
  }

  /**
   * Such a runtime.
   *
   * @param own settings beside those of the contract
   */
  JerseyTomcatRuntime(Registered registered, Map<String, String> own) {
    this.registered = registered;
    this.own = own;
  }

  @Override
  public String name() {
    return "Jersey " + Version.getVersion() + ", Tomcat " + ServerInfo.getServerNumber();
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
    tracing = Tracing.builder("tck").otlpEndpoint(otlpEndpoint).properties(settings).properties(own).start();
    server = new TomcatServer(registered, tracing);
    server.deploy(registered.mountedAt(), servlet());
    server.deploy(registered.mountedAt() + SECOND, servlet());
    return server.start(registered.mountedAt());
  }

  private ServletContainer servlet() {
    ResourceConfig config = ResourceConfig.forApplication(new TckApplication());
    config.property("jakarta.ws.rs.loadServices", registered.byService());
    if (registered.byHand()) {
      config.register(new TracingFeature(tracing));
    }
    return new ServletContainer(config);
  }

  @Override
  public void close() throws Exception {
    server.close();
    tracing.close();
  }
}
