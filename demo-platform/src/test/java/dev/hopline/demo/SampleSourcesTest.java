// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The samples are one program: what differs is the POM and the configuration. */
class SampleSourcesTest {
  @Test
  void sources_areEqualByteForByte() throws IOException {
    Map<String, String> onQuarkus = sources("quarkus-sample");

    assertThat(onQuarkus).isNotEmpty().isEqualTo(sources("helidon-sample"));
  }

  @Test
  void sources_nameNoTracingButAnnotationsAndOneTracer() throws IOException {
    assertThat(sources("quarkus-sample").values())
        .flatMap(source -> source.lines().toList())
        .filteredOn(line -> line.matches("import (io\\.opentelemetry|dev\\.hopline)\\..*"))
        .containsOnly(
            "import dev.hopline.Traced;",
            "import io.opentelemetry.api.trace.Span;",
            "import io.opentelemetry.api.trace.Tracer;",
            "import io.opentelemetry.instrumentation.annotations.SpanAttribute;",
            "import io.opentelemetry.instrumentation.annotations.WithSpan;");
  }

  /** The text of each file by its path; ISO 8859-1 keeps every byte. */
  private static Map<String, String> sources(String module) throws IOException {
    Path root = RunningPlatform.BUILD.root().resolve(module).resolve("src/main/java");
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        sources.put(
            root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return sources;
  }
}
