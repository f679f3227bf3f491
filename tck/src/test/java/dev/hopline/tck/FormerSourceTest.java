// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the contract of MicroProfile OpenTracing's classes says of their sources is so. */
class FormerSourceTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/hopline/tck");

  private static List<String> lines(Class<?> type) throws IOException {
    return Files.readAllLines(SOURCES.resolve(type.getSimpleName() + ".java")).stream()
        .filter(line -> !line.startsWith("/** "))
        .toList();
  }

  @Test
  void oneImport_isAllThatChanges() throws IOException {
    List<String> former = lines(TckFormer.class);
    List<String> migrated = lines(TckMigrated.class);

    assertThat(former).contains("import org.eclipse.microprofile.opentracing.Traced;");
    assertThat(migrated)
        .contains("import dev.hopline.Traced;")
        .filteredOn(line -> !line.startsWith("import "))
        .isEqualTo(
            former.stream()
                .filter(line -> !line.startsWith("import "))
                .map(line -> line.replace("TckFormer", "TckMigrated"))
                .toList());
    assertThat(imports(migrated)).isEqualTo(imports(former));
  }

  private static List<String> imports(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("import ") && !line.endsWith(".Traced;"))
        .toList();
  }
}
