// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test of a contract, as the table of results has it. */
record ContractCase(String contract, String name) {
  /** Where results go, as a parameter of the test run. */
  static final String DIRECTORY = "hopline.compatibility.directory";

  static ContractCase of(ExtensionContext test) {
    return new ContractCase(contract(test.getRequiredTestClass()), name(test));
  }

  /** Where the results of all cases of a contract go. */
  static CaseReport report(ExtensionContext contract, TestedRuntime runtime) {
    return new CaseReport(
        runtime,
        contract.getUniqueId().replaceFirst("^.*?class:", ""),
        contract
            .getConfigurationParameter(DIRECTORY)
            .map(Path::of)
            .orElse(CaseReport.DEFAULT_DIRECTORY));
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
