// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelidonTest {
  private static final ClassPath OWN =
      new ClassPath(
          List.of(
              "/r/io/helidon/tracing/helidon-tracing/4.1.6/helidon-tracing-4.1.6.jar",
              "/r/io/helidon/common/helidon-common/4.1.6/helidon-common-4.1.6.jar",
              "/r/org/glassfish/jersey/core/jersey-server/3.1.9/jersey-server-3.1.9.jar",
              "/r/org/yaml/snakeyaml/2.2/snakeyaml-2.2.jar"));
  private static final ClassPath BUILD =
      new ClassPath(
          List.of(
              "/w/benchmarks/target/classes",
              "/w/jaxrs-provider/target/classes",
              "/r/org/glassfish/jersey/core/jersey-server/3.1.11/jersey-server-3.1.11.jar",
              "/r/org/glassfish/jersey/core/jersey-client/3.1.11/jersey-client-3.1.11.jar",
              "/r/org/yaml/snakeyaml/2.3/snakeyaml-2.3.jar"));

  @TempDir Path home;

  @Test
  void classPath_isHelidonsAndNobodysTracing() {
    assertThat(classPathOf(Contender.LIMIT))
        .containsExactly(own(1), own(2), own(3), BUILD.entries().get(0));
  }

  @Test
  void helidonsTracing_isThereForItselfAlone() {
    assertThat(classPathOf(Contender.HELIDON))
        .containsExactly(own(0), own(1), own(2), own(3), BUILD.entries().get(0));
    assertThat(classPathOf(Contender.HOPLINE))
        .doesNotContain(own(0))
        .contains(BUILD.entries().get(1));
  }

  @Test
  void version_isThatOfTheJdk() throws IOException {
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"somebody\"\nJAVA_VERSION=\"25.0.1\"\n");

    Helidon helidon = new Helidon(home, OWN);

    assertThat(helidon.feature()).isEqualTo("25");
    assertThat(helidon).hasToString("Java 25.0.1. Versions: jersey-server 3.1.9.");
  }

  @Test
  void withoutNewerJdk_itIsLeftOut() {
    assertThat(Helidon.found()).isEmpty();
    assertThat(new Plan().helidon).isEmpty();
  }

  private static String own(int index) {
    return OWN.entries().get(index);
  }

  private List<String> classPathOf(Contender contender) {
    Cell cell = Cell.http(Stack.HELIDON_SERVER, contender, Mode.SAMPLED, "GET");
    return new Helidon(home, OWN).classPath(BUILD, cell.parts()).entries();
  }
}
