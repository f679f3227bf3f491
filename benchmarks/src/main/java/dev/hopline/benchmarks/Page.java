// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** {@code docs/performance.md}, all of it. */
final class Page {
  private final StringBuilder text = new StringBuilder();
  private final Plan plan;
  private final Results results;
  private final Limits limits;

  Page(Plan plan, Results results, Limits limits) {
    this.plan = plan;
    this.results = results;
    this.limits = limits;
    text.append(Machine.introduction());
    budgets();
    text.append(misses());
    line("");
    line("## Who adds what");
    line("");
    line("Bytes and nanoseconds of CPU that each adds to the same exchange without it.");
    line("`×limit`: what it adds for each byte or nanosecond of `LIMIT`.");
    line("`Hopline`: what Hopline adds for each that it adds.");
    plan.scenarios.forEach(this::scenario);
    Helidon.found().ifPresent(this::helidon);
    growth();
    load();
  }

  /** Says nothing that is measured. */
  private static String misses() {
    try (InputStream file = Page.class.getResourceAsStream("misses.md")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String format, Object... values) {
    text.append(format.formatted(values)).append('\n');
  }

  private void budgets() {
    line("## Budgets");
    line("");
    line("| budget | measured | allowed | verdict |");
    line("|---|--:|--:|---|");
    for (Budget budget : Budgets.all()) {
      double figure = budget.figure(results);
      double most = limits.most(budget);
      boolean kept = limits.judge(budget, figure).text().equals("kept");
      String verdict =
          kept ? "kept" : most == 0 ? "missed" : number("missed, %.2f times", figure / most);
      line("| `%s` | %s | %s | %s |", budget.name(), ratio(figure), ratio(most), verdict);
    }
    line("");
  }

  private void scenario(Scenario scenario) {
    line("");
    line("### %s", scenario.title());
    line("");
    String base = bytes(results.of(Measure.BYTES, scenario.base()));
    if (scenario.timed()) {
      double nanos = results.of(Measure.NANOS, scenario.base());
      line("Without tracing: %s B, %.0f ns.", base, nanos);
      line("");
      line("| | added B | ×limit | Hopline | added ns | ×limit | Hopline |");
      line("|---|--:|--:|--:|--:|--:|--:|");
    } else {
      line("Without tracing: %s B.", base);
      line("");
      line("| | added B | ×limit | Hopline |");
      line("|---|--:|--:|--:|");
    }
    for (String who : scenario.cells().keySet()) {
      String time = scenario.timed() ? columns(scenario, Measure.NANOS, who) : "";
      line("| %s |%s%s", who, columns(scenario, Measure.BYTES, who), time);
    }
  }

  private void helidon(Helidon helidon) {
    line("");
    line("## Helidon's Jersey, Java %s", helidon.feature());
    line("");
    line(
        "What Helidon's own tracing adds, and the others in the same virtual machine. %s", helidon);
    plan.helidon.forEach(this::scenario);
  }

  private String columns(Scenario scenario, Measure measure, String who) {
    double added = added(scenario, measure, who);
    boolean compared = scenario.cells().containsKey(Scenario.LIMIT);
    String limit = compared ? of(added, added(scenario, measure, Scenario.LIMIT)) : "";
    String hopline = of(added(scenario, measure, Scenario.HOPLINE), added);
    return " %s | %s | %s |".formatted(bytes(added), limit, hopline);
  }

  private double added(Scenario scenario, Measure measure, String who) {
    return results.of(measure, scenario.cells().get(who)) - results.of(measure, scenario.base());
  }

  private static String of(double a, double b) {
    return Math.abs(b) < 1 ? "" : ratio(a / b);
  }

  private void growth() {
    line("");
    line("## How cost grows");
    for (Growth growth : plan.growth) {
      line("");
      line("### %s, %s", growth.title(), growth.stack());
      line("");
      line("| | added B by `LIMIT` | added B by Hopline |");
      line("|--:|--:|--:|");
      for (int size : growth.sizes()) {
        double none = results.of(Measure.BYTES, growth.cell(Contender.NONE, size));
        double limit = results.of(Measure.BYTES, growth.cell(Contender.LIMIT, size)) - none;
        double hopline = results.of(Measure.BYTES, growth.cell(Contender.HOPLINE, size)) - none;
        line("| %,d | %s | %s |", size, bytes(limit), bytes(hopline));
      }
    }
  }

  private void load() {
    line("");
    line("## Threads and memory");
    line("");
    line(
        "How often threads waited for a monitor, for a million requests: none of them was Hopline's.");
    line("And bytes of heap that each of 100,000 requests left behind that are all different.");
    line("");
    line("| | %s | heap |", head(Plan.THREADS));
    line("|---|%s--:|", "--:|".repeat(Plan.THREADS.size()));
    for (Stack stack : List.of(Stack.RESTEASY_SERVER, Stack.JERSEY_SERVER)) {
      for (Contender contender : List.of(Contender.NONE, Contender.HOPLINE)) {
        StringBuilder row = new StringBuilder();
        for (int threads : Plan.THREADS) {
          double waits = results.of(Measure.WAITS, Plan.threads(stack, contender, threads));
          row.append(number(" %.1f |", waits));
        }
        double heap = results.of(Measure.RETAINED, Plan.memory(stack, contender));
        line("| %s, %s |%s %s |", stack, contender, row, number("%.2f", heap));
      }
    }
  }

  private static String head(List<Integer> threads) {
    return String.join(" | ", threads.stream().map(count -> "threads: " + count).toList());
  }

  private static String bytes(double figure) {
    return number("%,.0f", figure + 0.0);
  }

  private static String ratio(double figure) {
    return number(figure >= 0.995 || figure == 0 ? "%.2f" : "%.3f", figure);
  }

  private static String number(String format, double figure) {
    return String.format(Locale.ROOT, format, figure);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
