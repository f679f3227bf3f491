// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomcat;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.servlet.TracingFilter;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TracingRuntime;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** An embedded Tomcat that looks for initializers as one with war files does. */
public final class TomcatServer implements AutoCloseable {
  /** Leaves the spans of an application to Jakarta REST. */
  public static final Map<String, String> REST_ALONE =
      Map.of("otel.instrumentation.servlet.enabled", "false");

  private final Tomcat tomcat = new Tomcat();
  private final Registered registered;
  private final Tracing tracing;
  private final Path files;

  /**
   * A server that is not started.
   *
   * @param registered by whom the filter of its applications is registered
   */
  public TomcatServer(Registered registered, Tracing tracing) throws IOException {
    this.registered = registered;
    this.tracing = tracing;
    files = Files.createTempDirectory("tomcat");
    tomcat.setBaseDir(files.toString());
    tomcat.setAddDefaultWebXmlToWebapp(false);
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty(
        "maxHttpRequestHeaderSize", Integer.toString(TracingRuntime.MAX_HEADERS_BYTES));
    connector.setProperty("maxThreads", Integer.toString(TracingRuntime.MAX_REQUESTS));
    tomcat.setConnector(connector);
  }

  /** Adds an application that is nothing but a servlet, on all paths below its context root. */
  public Context deploy(String mountedAt, Servlet servlet) throws IOException {
    Path root = Files.createTempDirectory(files, "application");
    Context application =
        tomcat.addWebapp(mountedAt.substring(0, mountedAt.length() - 1), root.toString());
    // The class path is that of the tests: nothing on it is a part of the application.
    application.getJarScanner().setJarScanFilter((type, name) -> false);
    if (!registered.byService()) {
      application.setContainerSciFilter("dev\\.hopline\\..*");
    }
    application.addLifecycleListener(
        event -> {
          if (event.getType().equals(Lifecycle.CONFIGURE_START_EVENT)) {
            configure(application, servlet);
          }
        });
    return application;
  }

  /**
   * At each start, as a {@code web.xml} is read: what it has otherwise Tomcat drops at a reload,
   * and answers requests for which there is no servlet before all filters.
   */
  private void configure(Context application, Servlet servlet) {
    Wrapper wrapper = Tomcat.addServlet(application, "servlet", servlet);
    wrapper.setAsyncSupported(true);
    wrapper.setLoadOnStartup(1);
    application.addServletMappingDecoded("/*", "servlet");
    if (registered.byHand()) {
      addFilter(application, new TracingFilter(tracing));
    }
  }

  private static void addFilter(Context application, TracingFilter filter) {
    FilterDef definition = new FilterDef();
    definition.setFilterName("by hand");
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    application.addFilterDef(definition);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName("by hand");
    mapping.addURLPattern("/*");
    for (String dispatcher : new String[] {"REQUEST", "ASYNC", "ERROR"}) {
      mapping.setDispatcher(dispatcher);
    }
    application.addFilterMap(mapping);
  }

  /** Starts the server. */
  public URI start(String mountedAt) throws LifecycleException {
    tomcat.start();
    return uri(mountedAt);
  }

  /** Where an application is, once the server is started. */
  URI uri(String mountedAt) {
    return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + mountedAt);
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
