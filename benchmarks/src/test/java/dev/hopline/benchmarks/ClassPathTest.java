// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPathTest {
  private static final ClassPath BUILD =
      new ClassPath(
          List.of(
              "/r/org/glassfish/jersey/core/jersey-server/3.1.11/jersey-server-3.1.11.jar",
              "/r/org/jboss/resteasy/resteasy-core/6.2.16.Final/resteasy-core-6.2.16.Final.jar",
              "/r/dev/hopline/hopline-jaxrs/0.1.0-SNAPSHOT/hopline-jaxrs-0.1.0-SNAPSHOT.jar",
              "/w/jaxrs-provider/target/classes",
              "/w/cdi-extension/target/hopline-cdi-0.1.0-SNAPSHOT.jar",
              "/r/io/opentelemetry/opentelemetry-sdk/1.62.0/opentelemetry-sdk-1.62.0.jar",
              "/w/benchmarks/target/classes",
              "/w/tck/target/hopline-tck-0.1.0-SNAPSHOT.jar",
              "/r/dev/hopline/hopline-tck/0.1.0-SNAPSHOT/hopline-tck-0.1.0-SNAPSHOT.jar",
              "/r/io/opentelemetry/proto/opentelemetry-proto/1.9.0-alpha/o-proto-1.9.0-alpha.jar",
              "/r/com/google/protobuf/protobuf-java/4.33.0/protobuf-java-4.33.0.jar"));

  @Test
  void partsThatAreNotWanted_areNotThere() {
    assertThat(BUILD.with(List.of(ClassPath.Part.JERSEY)).entries())
        .containsExactly(BUILD.entries().get(0), BUILD.entries().get(5), BUILD.entries().get(6));
  }

  @Test
  void hopline_isThereAsJarOrAsClasses() {
    assertThat(BUILD.with(List.of(ClassPath.Part.HOPLINE)).entries())
        .containsExactly(
            BUILD.entries().get(2),
            BUILD.entries().get(3),
            BUILD.entries().get(5),
            BUILD.entries().get(6));
  }
}
