// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.tck.CaseResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Judges cases by what their runtime admits to, and writes down the results: one file for each
 * runner, contract and runtime, so that no other test run writes to it. For tests that no contract
 * of ours is made of: those report themselves. Not thread-safe.
 */
public final class CaseReport {
  /** Where results go unless something else is asked for: below the module's directory. */
  static final Path DEFAULT_DIRECTORY = Path.of("target", "compatibility");

  private final TestedRuntime runtime;
  private final Path file;

  /** A report of one runner: its file is named by the runner, and by the runtime that it runs. */
  public CaseReport(TestedRuntime runtime, String runner) {
    this(runtime, runner, DEFAULT_DIRECTORY);
  }

  CaseReport(TestedRuntime runtime, String runner, Path directory) {
    this.runtime = runtime;
    String name = runner + " on " + runtime.name();
    this.file = directory.resolve(name.replaceAll("[^A-Za-z0-9.]+", "-") + ".tsv");
  }

  /**
   * Forgets what an earlier run has written.
   *
   * @throws IOException if the file cannot be written
   */
  public void open() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, List.of());
  }

  /**
   * Writes down how a case has ended.
   *
   * @param contract the row of the table of results that the case counts for
   * @param name what tells the case from the others of its contract
   * @param failure null if it holds
   * @return what the test has to throw instead; null if nothing, {@link TestAbortedException} if
   *     the runtime has a {@linkplain TestedRuntime#differences difference} of that name
   * @throws IOException if the file cannot be written
   */
  public @Nullable Throwable judge(String contract, String name, @Nullable Throwable failure)
      throws IOException {
    String known = runtime.differences().get(contract + ": " + name);
    Throwable verdict = verdict(failure, known);
    Outcome outcome =
        verdict == null
            ? Outcome.PASSED
            : verdict instanceof TestAbortedException ? Outcome.DIFFERENCE : Outcome.FAILED;
    String reason = verdict == null ? "" : String.valueOf(verdict.getMessage());
    CaseResult result =
        new CaseResult(
            contract, name, runtime.name(), Runtime.version().feature(), outcome, reason);
    Files.writeString(file, result.line() + "\n", StandardOpenOption.APPEND);
    return verdict;
  }

  private static @Nullable Throwable verdict(@Nullable Throwable failure, @Nullable String known) {
    if (known == null) {
      return failure;
    }
    return failure == null
        ? new AssertionError("holds now: remove the difference \"%s\"".formatted(known))
        : new TestAbortedException(known, failure);
  }
}
