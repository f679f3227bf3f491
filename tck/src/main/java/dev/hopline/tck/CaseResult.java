// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

/**
 * What became of one case of a contract on one runtime; a line of the files that a {@link
 * CompatibilityTable} is made of.
 *
 * @param contract as "Server"
 * @param name what tells the case from the others of its contract
 * @param runtime {@link TracingRuntime#name()}
 * @param java the Java version that it ran on
 * @param reason why the case does not hold; empty if it does
 */
record CaseResult(
    String contract, String name, String runtime, int java, Outcome outcome, String reason) {

  /** From the best to the worst. */
  enum Outcome {
    PASSED,
    /** The runtime cannot hold it, for a reason that is known. */
    DIFFERENCE,
    FAILED
  }

  CaseResult {
    contract = oneLine(contract);
    name = oneLine(name);
    runtime = oneLine(runtime);
    reason = oneLine(reason);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The result as one line of text. */
  String line() {
    return String.join(
        "\t", contract, name, runtime, Integer.toString(java), outcome.name(), reason);
  }

  /** Reads what {@link #line()} wrote. */
  static CaseResult parse(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != CaseResult.class.getRecordComponents().length) {
      throw new IllegalArgumentException("not a result of a case: " + line);
    }
    return new CaseResult(
        parts[0],
        parts[1],
        parts[2],
        Integer.parseInt(parts[3]),
        Outcome.valueOf(parts[4]),
        parts[5]);
  }
}
