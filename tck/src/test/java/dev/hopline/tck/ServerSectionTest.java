// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.CaseResult.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSectionTest {
  private static final String POM =
      """
      <project>
        <artifactId>server</artifactId>
        <dependencies>
          <dependency><groupId>shop</groupId><artifactId>carried</artifactId></dependency>
          <dependency>
            <groupId>shop</groupId><artifactId>of-the-server</artifactId><scope>provided</scope>
          </dependency>
          <dependency>
            <groupId>shop</groupId><artifactId>list-of-others</artifactId><type>pom</type>
          </dependency>
        </dependencies>
      </project>
      """;

  private static final String STACK =
      """
      <project>
        <dependencies>
          <dependency><groupId>shop</groupId><artifactId>of-the-stack</artifactId></dependency>
        </dependencies>
      </project>
      """;

  @TempDir Path module;

  @Test
  void section_hasCountsAndTheReasonOfWhatIsMissing() throws Exception {
    List<CaseResult> results = official();
    results.add(
        result("MicroProfile tracing", "A.one", Outcome.DIFFERENCE, "One is not to be had"));
    results.add(result("Server", "GET", Outcome.PASSED, ""));
    results.add(result("Server", "HEAD", Outcome.DIFFERENCE, "One is not to be had."));
    results.add(result("Later", "timeout", Outcome.FAILED, "expected: 1"));

    assertThat(section(results))
        .isEqualTo(
            """
            | Shop 1.0 | 21 | 1 of 2 | 1 of 1 | 1 of 1 | 1 of 1 | 1 of 3 |

            ### Shop 1.0

            An application carries `hopline-cdi`, `carried`, `of-the-stack`.
            The server is without: its telemetry.
            Contracts: Later 0 of 1, Server 1 of 2.
            It is a shop.

            * One is not to be had: MicroProfile tracing: A.one; Server: HEAD
            * ✘ without a known reason: Later: timeout
            """);
  }

  @Test
  void partOfTheTests_leavesTheFileAsItIs() throws Exception {
    Files.writeString(module.resolve("result.md"), "as it was");

    assertThat(section(List.of(result("Server", "GET", Outcome.PASSED, ""))))
        .isEqualTo("as it was");
  }

  @Test
  void officialTckAlone_isEnoughForARow() throws Exception {
    assertThat(section(official()))
        .startsWith("| Shop 1.0 | 21 | 1 of 1 | 1 of 1 | 1 of 1 | 1 of 1 | see below |\n")
        .doesNotContain("Contracts:");
  }

  @Test
  void page_hasTheRowsFirstAndThenTheSections() throws Exception {
    List<CaseResult> results = official();
    results.add(result("Server", "GET", Outcome.PASSED, ""));
    String section = section(results);

    assertThat(new CompatibilityTable(results).page(List.of(section)))
        .contains("| server | Java | MicroProfile tracing |")
        .contains(
            """
            | Shop 1.0 | 21 | 1 of 1 | 1 of 1 | 1 of 1 | 1 of 1 | 1 of 1 |

            ### Shop 1.0
            """);
  }

  private static List<CaseResult> official() {
    return List.of("tracing", "metrics", "metrics of the JVM", "logs").stream()
        .map(part -> result("MicroProfile " + part, "Test.test", Outcome.PASSED, ""))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static CaseResult result(String contract, String name, Outcome outcome, String reason) {
    return new CaseResult(contract, name, "Shop 1.0", 21, outcome, reason);
  }

  private String section(List<CaseResult> results) throws Exception {
    Files.writeString(module.resolve("pom.xml"), POM);
    Path directory = Files.createDirectories(module.resolve("target/compatibility"));
    Files.write(directory.resolve("results.tsv"), results.stream().map(CaseResult::line).toList());
    Path stack = Files.writeString(module.resolve("stack.xml"), STACK);
    ServerSection.main(
        new String[] {module.toString(), "its telemetry", "It is\n  a shop.", stack.toString()});
    return Files.readString(module.resolve("result.md"));
  }
}
