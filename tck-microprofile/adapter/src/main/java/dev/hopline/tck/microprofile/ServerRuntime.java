// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import dev.hopline.tck.CxfDifferences;
import dev.hopline.tck.TckApplication;
import dev.hopline.tck.TracingRuntime;
import dev.hopline.tck.UntoldCalls;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The server of a leg with a web application that carries what those of the official TCK carry, and
 * the application of the contracts.
 */
final class ServerRuntime implements TracingRuntime {
  private static final String ROOT =
      "Excluded are paths below the server's root; the application is not there.";

  private static final List<String> BELOW_ROOT =
      List.of(
          "Exclusion: excluded request is no span and no value, path=../health/live",
          "Exclusion: excluded request is no span and no value, path=../metrics");

  /** What serves Jakarta REST, as far as the contracts know it. */
  private final String engine = System.getProperty("container.engine");

  private final Map<String, String> differences = new HashMap<>(Differences.ofLeg());
  private ServerProcess process;

  ServerRuntime() {
    if (engine.equals("cxf")) {
      differences.putAll(CxfDifferences.all());
    }
    BELOW_ROOT.forEach(request -> differences.put(request, ROOT));
  }

  @Override
  public String name() {
    return System.getProperty("container.title");
  }

  @Override
  public Map<String, String> differences() {
    return differences;
  }

  @Override
  public Set<String> untoldCalls() {
    return engine.equals("resteasy") ? UntoldCalls.OF_RESTEASY : Set.of();
  }

  /** RESTEasy and Tomcat may lock each other out, traced or not: docs/spans.md. */
  @Override
  public List<String> unansweredAfterAborts() {
    boolean locked = engine.equals("resteasy") && name().startsWith("Tomcat ");
    return locked ? List.of("body/events") : List.of();
  }

  @Override
  public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Dotel.exporter.otlp.endpoint=" + otlpEndpoint);
    arguments.add(System.getProperty("container.on"));
    settings.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    process = ServerProcess.start(application(), arguments, line -> {});
    return process.address().resolve(FirstApplication.PATH + "/");
  }

  private static WebArchive application() {
    WebArchive application =
        ShrinkWrap.create(WebArchive.class, "contracts.war")
            .addClasses(FirstApplication.class, SecondApplication.class)
            .addAsLibrary(jar(TckApplication.class));
    CarriedFiles.addTo(application);
    return application;
  }

  private static File jar(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  @Override
  public List<String> log() {
    return process.log();
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
  }
}
