// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.CaseResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompatibilityPageTest {
  private static final CaseResult HELD = result("Server", "GET a|b", "One 1.0");
  private static final CaseResult LACKING =
      result("Server", "GET a|b", "Two 2.0", Outcome.DIFFERENCE, "Two has no b");
  private static final CaseResult BROKEN =
      result("Server", "HEAD", "Two 2.0", Outcome.FAILED, "expected 1\n but was\t2");

  @TempDir Path project;

  @Test
  void page_hasACellForEachCaseAndRuntime() throws IOException {
    results("one", HELD, result("Server", "HEAD", "One 1.0"), result("Later", "late", "One 1.0"));
    results("two", BROKEN, LACKING);

    assertThat(page("one", "two"))
        .contains(
            """
            | contract | One 1.0 | Two 2.0 |
            |---|:-:|:-:|
            | Java | 17 | 17 |
            | Later | 1 of 1 |  |
            | Server | 2 of 2 | 0 of 2 |
            """)
        .endsWith(
            """
            ## Later

            | case | One 1.0 |
            |---|:-:|
            | late | ✔ |

            ## Server

            | case | One 1.0 | Two 2.0 |
            |---|:-:|:-:|
            | GET a\\|b | ✔ | 1 |
            | HEAD | ✔ | ✘ |

            ## Differences

            1. Two has no b
            """);
  }

  @Test
  void page_isTheSameWhateverTheOrder() throws IOException {
    List<CaseResult> all =
        Arrays.asList(HELD, LACKING, BROKEN, result("Server", "HEAD", "One 1.0"));
    results("one", all.toArray(CaseResult[]::new));
    String before = page("one");
    Collections.reverse(all);
    results("one", all.toArray(CaseResult[]::new));

    assertThat(page("one")).isEqualTo(before).doesNotContain("stays");
  }

  @Test
  void severalResultsOfACell_countAsTheWorst() throws IOException {
    results("one", HELD, result("Server", "GET a|b", "One 1.0", Outcome.FAILED, ""), HELD);

    assertThat(page("one")).contains("| GET a\\|b | ✘ |").contains("0 of 1");
  }

  @Test
  void moduleWithoutResults_leavesThePageAsItIs() throws IOException {
    Files.writeString(project.resolve("page.md"), "as it was");
    results("one", HELD);
    results("two");

    assertThat(page("one", "two")).isEqualTo("as it was");
    assertThat(page("one", "three")).isEqualTo("as it was");
  }

  @Test
  void caseWithoutResult_leavesThePageAsItIs() throws IOException {
    Files.writeString(project.resolve("page.md"), "as it was");
    results("one", HELD, BROKEN);

    assertThat(page("one")).isEqualTo("as it was");
  }

  private static CaseResult result(String contract, String name, String runtime) {
    return result(contract, name, runtime, Outcome.PASSED, "");
  }

  private static CaseResult result(
      String contract, String name, String runtime, Outcome outcome, String reason) {
    return new CaseResult(contract, name, runtime, 17, outcome, reason);
  }

  private void results(String module, CaseResult... results) throws IOException {
    Path directory = Files.createDirectories(project.resolve(module + "/target/compatibility"));
    Files.writeString(
        directory.resolve("results.tsv"),
        Arrays.stream(results).map(CaseResult::line).collect(Collectors.joining("\n")));
  }

  private String page(String... modules) throws IOException {
    Path page = project.resolve("page.md");
    CompatibilityPage.write(page, project, List.of(), List.of(modules));
    return Files.readString(page);
  }
}
