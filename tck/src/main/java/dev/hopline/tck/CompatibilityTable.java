// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.tck.CaseResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The results of all contracts on all runtimes as a page of Markdown: a table of counts, then one
 * table for each contract. The same results make the same page, in whatever order they come.
 */
final class CompatibilityTable {
  private static final String INTRODUCTION =
      """
      # Compatibility

      What `./mvnw verify` has found, which writes this page: each case of the contracts in `hopline-tck`, on each runtime
      that this build has a runner for and that the contract applies to. A number stands for a case that the runtime cannot
      hold, with the reason at the end of the page; ✘ for one that fails without an excuse.
      """;

  private static final String SERVERS =
      """

      ## The official TCK

      The TCK of MicroProfile Telemetry 2.1, all of it, and the same contracts, each server as it is downloaded, with its own
      telemetry off and these jars in the application. No build runs all of them: a row is from the last run of its module.

      """;

  /** Cells by contract, case and runtime. */
  private final Map<String, Map<String, Map<String, CaseResult>>> contracts = new TreeMap<>();

  private final Map<String, Integer> javaVersions = new TreeMap<>();
  private final List<String> reasons = new ArrayList<>();

  /** Several results for one cell, as of several ways to register, are as good as the worst. */
  CompatibilityTable(List<CaseResult> results) {
    for (CaseResult result : results) {
      javaVersions.put(result.runtime(), result.java());
      contracts
          .computeIfAbsent(result.contract(), contract -> new TreeMap<>())
          .computeIfAbsent(result.name(), name -> new TreeMap<>())
          .merge(result.runtime(), result, CompatibilityTable::worse);
    }
  }

  private static CaseResult worse(CaseResult one, CaseResult other) {
    return one.outcome().compareTo(other.outcome()) >= 0 ? one : other;
  }

  /** The cells that have no result although their runtime has run other cases of the contract. */
  List<String> holes() {
    List<String> holes = new ArrayList<>();
    contracts.forEach(
        (contract, cases) ->
            cases.forEach(
                (name, cells) ->
                    runtimesOf(cases).stream()
                        .filter(runtime -> !cells.containsKey(runtime))
                        .forEach(runtime -> holes.add(contract + ": " + name + ", " + runtime))));
    return holes;
  }

  private static Set<String> runtimesOf(Map<String, Map<String, CaseResult>> cases) {
    return cases.values().stream()
        .flatMap(cells -> cells.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The page.
   *
   * @param servers what {@link ServerSection} has written of each
   */
  String page(List<String> servers) {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    if (!servers.isEmpty()) {
      addServers(page, servers);
    }
    Columns all = new Columns(page, javaVersions.keySet());
    all.header("contract");
    all.row("Java", runtime -> String.valueOf(javaVersions.get(runtime)));
    contracts.forEach((contract, cases) -> all.row(contract, runtime -> count(cases, runtime)));
    contracts.forEach((contract, cases) -> table(page, contract, cases));
    if (!reasons.isEmpty()) {
      page.append("\n## Differences\n\n");
      for (int i = 0; i < reasons.size(); i++) {
        page.append(i + 1).append(". ").append(reasons.get(i)).append('\n');
      }
    }
    return page.toString();
  }

  /** The first line of each is its row. */
  private static void addServers(StringBuilder page, List<String> servers) {
    page.append(SERVERS).append(ServerSection.header());
    servers.forEach(server -> page.append(server.lines().findFirst().orElseThrow()).append('\n'));
    servers.forEach(server -> page.append(server, server.indexOf('\n') + 1, server.length()));
    page.append("\n## Contracts\n");
  }

  private static String count(Map<String, Map<String, CaseResult>> cases, String runtime) {
    List<CaseResult> results =
        cases.values().stream()
            .filter(cells -> cells.containsKey(runtime))
            .map(cells -> cells.get(runtime))
            .toList();
    long held = results.stream().filter(result -> result.outcome() == Outcome.PASSED).count();
    return results.isEmpty() ? "" : held + " of " + results.size();
  }

  private void table(
      StringBuilder page, String contract, Map<String, Map<String, CaseResult>> cases) {
    page.append("\n## ").append(contract).append('\n');
    Columns own = new Columns(page, runtimesOf(cases));
    own.header("case");
    cases.forEach((name, cells) -> own.row(name, runtime -> cell(cells.get(runtime))));
  }

  private String cell(@Nullable CaseResult result) {
    if (result == null) {
      return "";
    }
    return switch (result.outcome()) {
      case PASSED -> "✔";
      case FAILED -> "✘";
      case DIFFERENCE -> footnote(result.reason());
    };
  }

  private String footnote(String reason) {
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    return String.valueOf(reasons.indexOf(reason) + 1);
  }

  /** The runtimes of one table. */
  private record Columns(StringBuilder page, Set<String> runtimes) {
    void header(String first) {
      page.append('\n');
      row(first, Function.identity());
      page.append("|---").append("|:-:".repeat(runtimes.size())).append("|\n");
    }

    void row(String first, Function<String, String> cell) {
      page.append("| ").append(escaped(first));
      runtimes.forEach(runtime -> page.append(" | ").append(cell.apply(runtime)));
      page.append(" |\n");
    }
  }

  /** Names of cases hold paths and patterns, which Markdown would take for its own. */
  static String escaped(String text) {
    return text.replaceAll("[|<*_`\\\\\\[]", "\\\\$0");
  }
}
