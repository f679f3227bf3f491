// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import dev.hopline.tck.ParentContract;
import dev.hopline.tck.Registered;
import dev.hopline.tck.TracingRuntime;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** What a runtime admits to is run all the same. */
class DifferencesTest {
  private static final String CASE = "Parent: traceparent names the parent";
  private static final String REASON = "makes a second span";

  @TempDir Path results;

  @Test
  void listedCaseThatFails_isAbortedAndReportedWithItsReason() throws IOException {
    Events tests = run(MakesASecondSpan.class);

    assertThat(tests.aborted().stream()).hasSize(1);
    assertThat(payloads(tests.aborted())).singleElement().asString().contains(REASON);
    assertThat(lines())
        .contains(
            "Parent\ttraceparent names the parent\ttest\t%d\tDIFFERENCE\t%s"
                .formatted(Runtime.version().feature(), REASON))
        .anyMatch(line -> line.startsWith("Parent\ttracestate in two headers is one list\ttest\t"))
        .anyMatch(line -> line.contains("\tFAILED\t"))
        .anyMatch(line -> line.contains(", member=;;=,\ttest\t"));
  }

  @Test
  void listedCaseThatHolds_fails() throws IOException {
    Events tests = run(KeepsTheParent.class);

    assertThat(payloads(tests.failed()))
        .singleElement()
        .asString()
        .contains("holds now")
        .contains(REASON);
    assertThat(lines()).filteredOn(line -> line.contains("\tFAILED\t")).hasSize(1);
  }

  private Events run(Class<?> contract) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(contract))
        .configurationParameter("hopline.compatibility.directory", results.toString())
        .execute()
        .testEvents();
  }

  private static List<Object> payloads(Events tests) {
    return tests.stream().map(Event::getPayload).map(payload -> (Object) payload).toList();
  }

  private List<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return Files.readAllLines(files.findFirst().orElseThrow());
    }
  }

  static class KeepsTheParent extends ParentContract {
    KeepsTheParent() {
      super(new Admitting(new JerseyRuntime(Registered.BY_SERVICE)));
    }
  }

  static class MakesASecondSpan extends ParentContract {
    MakesASecondSpan() {
      super(new Admitting(new JerseyRuntime(Registered.BY_SERVICE, Fault.class)));
    }

    /** A span of its own that continues the one of the request. */
    static class Fault implements ContainerRequestFilter {
      @Override
      public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("tracestate") != null) {
          Tracing.current().tracer().spanBuilder("unexpected").startSpan().end();
        }
      }
    }
  }

  private record Admitting(TracingRuntime runtime) implements TracingRuntime {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public Map<String, String> differences() {
      return Map.of(CASE, REASON);
    }

    @Override
    public URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception {
      return runtime.open(otlpEndpoint, settings);
    }

    @Override
    public void close() throws Exception {
      runtime.close();
    }
  }
}
