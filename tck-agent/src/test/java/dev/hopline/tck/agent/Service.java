// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.agent;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.servlet.TracingFilter;
import dev.hopline.tck.TckApplication;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey in Tomcat with Hopline on the class path; a process of its own. */
final class Service {
  static final String LISTENING = "Listening on port ";

  private Service() {}

  public static void main(String[] arguments) throws Exception {
    Tracing.builder("tck").start();
    Tomcat tomcat = new Tomcat();
    tomcat.setPort(0);
    Context application = tomcat.addContext("", null);
    ResourceConfig config = ResourceConfig.forApplication(new TckApplication());
    config.register(Own.class);
    Tomcat.addServlet(application, "rest", new ServletContainer(config)).setAsyncSupported(true);
    application.addServletMappingDecoded("/*", "rest");
    application.addServletContainerInitializer(new TracingFilter(), Set.of());
    tomcat.start();
    System.out.println(LISTENING + tomcat.getConnector().getLocalPort());
  }

  /** Spans of the application's own. */
  @Path("own")
  public static class Own {
    /** One child of the SERVER span, by Hopline's tracer; the body is the current span. */
    @GET
    @Path("{id}")
    public String child() {
      Tracing.current().tracer().spanBuilder("child").startSpan().end();
      return annotated();
    }

    @WithSpan("annotated")
    String annotated() {
      return Span.current().getSpanContext().getSpanId();
    }
  }
}
