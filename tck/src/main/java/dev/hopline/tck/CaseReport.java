// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.tck.CaseResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Judges the cases of a contract by what their runtime admits to, and writes down the results: one
 * file for each runner, contract and runtime, so that no other test run writes to it.
 */
final class CaseReport {
  /** Where the results go, as a parameter of the test run. */
  static final String DIRECTORY = "hopline.compatibility.directory";

  private static final String DEFAULT_DIRECTORY = "target/compatibility";

  private final TestedRuntime runtime;
  private Path file = Path.of(DEFAULT_DIRECTORY);

  CaseReport(TestedRuntime runtime) {
    this.runtime = runtime;
  }

  /** Forgets what an earlier run has written. */
  void open(ExtensionContext contract) throws IOException {
    String name = contract.getUniqueId().replaceFirst("^.*?class:", "") + " on " + runtime.name();
    file =
        Path.of(
            contract.getConfigurationParameter(DIRECTORY).orElse(DEFAULT_DIRECTORY),
            name.replaceAll("[^A-Za-z0-9.]+", "-") + ".tsv");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, List.of());
  }

  /**
   * Writes down how a case has ended.
   *
   * @param failure null if it holds
   * @return what the test has to throw instead; null if nothing
   */
  @Nullable Throwable judge(ExtensionContext context, @Nullable Throwable failure)
      throws IOException {
    String contract = contract(context.getRequiredTestClass());
    String name = name(context);
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

  /** The contract that a runner's class is of, without the word. */
  private static String contract(Class<?> test) {
    Class<?> type = test;
    while (!type.getSimpleName().endsWith("Contract") && type.getSuperclass() != Object.class) {
      type = type.getSuperclass();
    }
    return type.getSimpleName().replaceFirst("Contract$", "");
  }

  /** The words of the method's name, and the arguments if it has any. */
  private static String name(ExtensionContext context) {
    String words =
        context
            .getRequiredTestMethod()
            .getName()
            .replace('_', ' ')
            .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT);
    // JUnit 6 puts quotes, escapes and spaces where JUnit 5, which some platforms pin, has none.
    String arguments = context.getDisplayName().replaceFirst("^\\[\\d+] ", "");
    return context.getRequiredTestMethod().getParameterCount() == 0
        ? words
        : words + ", " + arguments.replaceAll("[\"\\\\]", "").replace(" = ", "=");
  }
}
