// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of one fork: libraries that trace find their runtimes by themselves, so who is not
 * measured must not be there.
 */
public record ClassPath(List<String> entries) {
  /** What the build has put together, everybody's. */
  public static ClassPath ofBuild() {
    return of(System.getProperty("java.class.path"));
  }

  static ClassPath of(String text) {
    return new ClassPath(Stream.of(text.split(File.pathSeparator)).toList());
  }

  /** What is on it for some alone. */
  public enum Part {
    RESTEASY("org/jboss/resteasy/|com/ibm/async/|org/apache/httpcomponents/"),
    JERSEY("org/glassfish/"),
    WELD("org/jboss/weld/"),
    HOPLINE("hopline-(api|jaxrs)-[^/]*jar$|/(api|jaxrs-provider)/target/"),
    HOPLINE_CDI("hopline-cdi-[^/]*jar$|/cdi-extension/target/"),
    // The incubating API would change what the SDK does for the others.
    SMALLRYE(
        "io/smallrye/opentelemetry/|opentelemetry-instrumentation-(api|annotations-support)"
            + "|opentelemetry-(api-incubator|semconv|runtime-telemetry)"),
    BRAVE("io/zipkin/"),
    HELIDON("io/helidon/"),
    HELIDON_TRACING("io/helidon/(tracing|microprofile/telemetry)/"),
    /** Whom spans are sent to, which adds to the SDK of whoever finds it. */
    RECEIVER("hopline-tck-[^/]*jar$|/tck/target/|io/opentelemetry/proto/|com/google/protobuf/");

    private final Pattern pattern;

    Part(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }

    private boolean has(String entry) {
      return pattern.matcher(entry.replace(File.separatorChar, '/')).find();
    }
  }

  /** What everybody has, and of the rest these parts. */
  public ClassPath with(List<Part> wanted) {
    List<Part> others = new ArrayList<>(List.of(Part.values()));
    others.removeAll(wanted);
    return new ClassPath(
        entries.stream()
            .filter(entry -> others.stream().noneMatch(part -> part.has(entry)))
            .toList());
  }

  ClassPath without(Part part) {
    return new ClassPath(entries.stream().filter(entry -> !part.has(entry)).toList());
  }

  /** And what the other one has beyond; of what is on both, this one's version. */
  ClassPath and(ClassPath other) {
    Set<Path> artifacts = entries.stream().map(ClassPath::artifact).collect(Collectors.toSet());
    return new ClassPath(
        Stream.concat(
                entries.stream(),
                other.entries.stream().filter(entry -> !artifacts.contains(artifact(entry))))
            .toList());
  }

  /** The directory that has its versions. */
  private static Path artifact(String entry) {
    return Path.of(entry).resolve("../..").normalize();
  }

  @Override
  public String toString() {
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }
}
