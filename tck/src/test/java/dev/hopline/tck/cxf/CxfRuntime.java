// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cxf;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.TracingFeature;
import dev.hopline.tck.CxfDifferences;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TracingRuntime;
import dev.hopline.tck.TracingStart;
import dev.hopline.tck.cdi.WeldStart;
import dev.hopline.tck.tomcat.TomcatServer;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.catalina.util.ServerInfo;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.apache.cxf.version.Version;

/**
 * CXF in Tomcat, without CDI unless tracing is started by it. Its bus finds the feature in any
 * case.
 */
final class CxfRuntime implements TracingRuntime {
  private final Registered registered;
  private final TracingStart start;
  private Tracing tracing;
  private TomcatServer server;

  CxfRuntime(Registered registered) {
    this(registered, TracingStart.byHand());
  }

  CxfRuntime(Registered registered, TracingStart start) {
    this.registered = registered;
    this.start = start;
  }

  @Override
  public String name() {
    return "CXF " + Version.getCurrentVersion() + ", Tomcat " + ServerInfo.getServerNumber();
  }

  @Override
  public Map<String, String> differences() {
    Map<String, String> differences = CxfDifferences.all();
    differences.put("Retry: attempts are one client span each, by=stage", WeldStart.ASYNCHRONOUS);
    return differences;
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
    tracing = start.open(otlpEndpoint, settings);
    server = new TomcatServer(registered, tracing);
    for (String root : List.of(registered.mountedAt(), registered.mountedAt() + SECOND)) {
      Application application = registered.byHand() ? new ByHand(tracing) : start.application();
      server.deploy(root, new CXFNonSpringJaxrsServlet(application));
    }
    return server.start(registered.mountedAt());
  }

  @Override
  public void close() throws Exception {
    server.close();
    start.close();
  }

  private static final class ByHand extends TckApplication {
    private final Tracing tracing;

    ByHand(Tracing tracing) {
      this.tracing = tracing;
    }

    @Override
    public Set<Object> getSingletons() {
      return Set.of(new TracingFeature(tracing));
    }
  }
}
