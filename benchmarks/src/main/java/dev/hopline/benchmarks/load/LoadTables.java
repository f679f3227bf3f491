// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

import dev.hopline.benchmarks.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures of {@code docs/load.md}. */
final class LoadTables {
  private final StringBuilder text = new StringBuilder();

  LoadTables() {
    line("%s", Machine.facts(List.of()).lines().findFirst().orElseThrow());
    line("");
    line(
        "%s. Of each the round in which a request cost the least CPU time, %d seconds long.",
        System.getProperty("load.versions"), Integer.getInteger("load.seconds"));
  }

  void add(Stack stack, Map<Contender, List<Outcome>> rounds) throws IOException {
    line("");
    line("### %s", stack.title);
    line("");
    line("Java %s.", version(Path.of(stack.javaHome())));
    line("");
    line(
        "| | requests/s | ×none | ×own | p99 ms | ×none | ×own | CPU µs a request | ×none | ×own"
            + " | RSS MB | spans received |");
    line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (Contender contender : Contender.values()) {
      line(
          "| %s |%s%s%s %s | %s |",
          contender.directory(),
          ratios(rounds, contender, "%,.0f", outcome -> outcome.load().perSecond()),
          ratios(rounds, contender, "%.2f", outcome -> outcome.load().p99Millis()),
          ratios(rounds, contender, "%.1f", Outcome::cpuMicros),
          format("%.0f", best(rounds.get(contender)).residentMegabytes()),
          spans(rounds.get(contender)));
    }
  }

  /** Of the JDK, as its `release` file says. */
  private static String version(Path javaHome) throws IOException {
    return Files.readAllLines(javaHome.resolve("release")).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll(".*=|\"", ""))
        .findFirst()
        .orElse("of unknown version");
  }

  private static String ratios(
      Map<Contender, List<Outcome>> rounds,
      Contender contender,
      String format,
      ToDoubleFunction<Outcome> figure) {
    double value = figure.applyAsDouble(best(rounds.get(contender)));
    double none = figure.applyAsDouble(best(rounds.get(Contender.NONE)));
    double own = figure.applyAsDouble(best(rounds.get(Contender.OWN)));
    return " %s | %s | %s |"
        .formatted(
            format(format, value), format("%.2f", value / none), format("%.2f", value / own));
  }

  /** The round that what else the machine does has disturbed the least. */
  private static Outcome best(List<Outcome> outcomes) {
    return outcomes.stream().min(Comparator.comparingDouble(Outcome::cpuMicros)).orElseThrow();
  }

  /** Of all rounds. */
  private static String spans(List<Outcome> outcomes) {
    long spans = outcomes.stream().mapToLong(Outcome::spans).sum();
    long requests = outcomes.stream().mapToLong(Outcome::requests).sum();
    return format("%,d of %,d, %.0f %%", spans, requests, 100.0 * spans / requests);
  }

  private void line(String format, Object... values) {
    text.append(format(format, values)).append('\n');
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
