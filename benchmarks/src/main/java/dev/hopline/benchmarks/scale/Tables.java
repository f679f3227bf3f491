// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.benchmarks.Machine;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The figures of {@code docs/scale.md}. */
final class Tables {
  private static final List<Integer> SERVICES = List.of(10, 100, 1_000, 10_000, 100_000);

  private final StringBuilder text = new StringBuilder();
  private final Figures figures;
  private final Assumptions assumptions;

  Tables(Figures figures, Assumptions assumptions) {
    this.figures = figures;
    this.assumptions = assumptions;
    line("%s", Machine.facts(List.of("opentelemetry-sdk-trace", "opentelemetry-exporter-otlp")));
    sizes();
    sampled();
    cost();
    pressed();
    assumed();
    everything();
    head();
    tail();
  }

  private void sizes() {
    head("Bytes of a span", "| | spans | B | B, gzip |", "|---|--:|--:|--:|");
    figures.sizes().groups().forEach((group, size) -> size(group.title(), size));
    size("all, with what is once in each export", figures.sizes().all());
  }

  private void size(String title, WireSizes.Size size) {
    double bytes = size.bytesPerSpan();
    line("| %s | %,d | %,.0f | %,.0f |", title, size.spans(), bytes, size.gzipPerSpan());
  }

  private void sampled() {
    head(
        "Head sampling",
        "| ratio | requests | traces | spans | by arithmetic | spans an export | B a span"
            + " | traces with an error | CPU µs a request |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (Figures.Sampled sampled : figures.sampled()) {
      Run run = sampled.run();
      Arrived arrived = run.arrived();
      line(
          "| %s | %,d | %,d | %,d | %,.0f | %,.0f | %,.0f | %,d | %,.0f |",
          sampled.ratio(),
          run.sent().requests(),
          arrived.traces().count(),
          arrived.spans().count(),
          run.sent().requests() * sampled.ratio() * figures.spansPerTrace(),
          run.spansPerExport(),
          (double) arrived.bytes() / arrived.spans().count(),
          arrived.traces().failed(),
          run.cpuMicrosPerRequest());
    }
  }

  private void cost() {
    Figures.Cost cost = figures.cost();
    head("CPU of a span", "| | µs a span | for the export |", "|---|--:|--:|");
    line("| not exported | %.1f | |", cost.none());
    line("| exported | %.1f | %.1f |", cost.plain(), cost.ofExport());
    line("| exported with gzip | %.1f | %.1f |", cost.gzip(), cost.ofExportWithGzip());
  }

  private void pressed() {
    head(
        "One process",
        "| ended a second | arrived a second | dropped | with gzip: ended | arrived | dropped |",
        "|--:|--:|--:|--:|--:|--:|");
    for (Figures.Pressed pressed : figures.pressed()) {
      line("|%s%s", pressed(pressed.plain()), pressed(pressed.gzip()));
    }
    line("");
    line(
        "The most without loss: %,.0f spans a second, %,.0f requests a second at one service.",
        figures.mostWithoutLoss(), figures.mostWithoutLoss() / figures.spansPerRequest());
  }

  private static String pressed(Run run) {
    double share = 100.0 * run.dropped() / run.sent().spans();
    return format(
        " %,.0f | %,.0f | %.1f %% |", run.endedPerSecond(), run.arrivedPerSecond(), share);
  }

  private void assumed() {
    line("");
    line("### Assumed");
    line("");
    assumptions.lines().forEach(assumption -> line("* %s", assumption));
    line(
        "* as above: a trace has %.1f spans and crosses %.1f services, each as often as it does;"
            + " %.1f %% of the traces have an error",
        figures.spansPerTrace(), figures.requestsPerTrace(), 100 * figures.failedShare());
  }

  private void everything() {
    head(
        "Everything sampled",
        "| services | spans/s | each | network | gzip | cores for the export | with gzip | stored a day |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|");
    rows(
        sizing ->
            format(
                "%,.0f | %,.0f | %s/s | %s/s | %s | %s | %s",
                sizing.spansPerSecond(),
                sizing.spansPerSecond() / sizing.services(),
                bytes(sizing.bytesPerSecond()),
                bytes(sizing.gzipPerSecond()),
                cores(sizing.exportCores()),
                cores(sizing.exportCoresWithGzip()),
                bytes(sizing.storedPerDay(1))));
  }

  private void head() {
    head(
        "Head sampling by ratio",
        "| services | 0.1: spans/s | gzip | stored a day | 0.01: spans/s | gzip | stored a day |",
        "|--:|--:|--:|--:|--:|--:|--:|");
    rows(sizing -> ratio(sizing, 0.1) + " | " + ratio(sizing, 0.01));
  }

  private static String ratio(Sizing sizing, double ratio) {
    return format(
        "%,.0f | %s/s | %s",
        sizing.spansPerSecond() * ratio,
        bytes(sizing.gzipPerSecond() * ratio),
        bytes(sizing.storedPerDay(ratio)));
  }

  private void tail() {
    head(
        "Tail sampling",
        "| services | agents | spans/s each | gateways | traces held each | buffer each | kept spans/s"
            + " | stored a day |",
        "|--:|--:|--:|--:|--:|--:|--:|--:|");
    rows(
        sizing ->
            format(
                "%,d | %,.0f | %,d | %,.0f | %s | %,.0f | %s",
                sizing.agents(),
                sizing.spansPerSecond() / sizing.agents(),
                sizing.gateways(),
                sizing.tracesHeld(),
                bytes(sizing.buffer()),
                sizing.spansPerSecond() * sizing.keptShare(),
                bytes(sizing.storedPerDay(sizing.keptShare()))));
  }

  private void rows(Function<Sizing, String> row) {
    for (int services : SERVICES) {
      line("| %,d | %s |", services, row.apply(new Sizing(figures, assumptions, services)));
    }
  }

  private void head(String title, String columns, String alignment) {
    line("");
    line("### %s", title);
    line("");
    line("%s", columns);
    line("%s", alignment);
  }

  /** Thousands as storage is sold. */
  static String bytes(double bytes) {
    double number = bytes;
    int unit = 0;
    while (number >= 999.5 && unit < 5) {
      number /= 1_000;
      unit++;
    }
    String digits = number >= 9.95 || unit == 0 ? "%.0f %s" : "%.1f %s";
    return format(digits, number, List.of("B", "kB", "MB", "GB", "TB", "PB").get(unit));
  }

  private static String cores(double cores) {
    return format(cores >= 9.95 ? "%,.0f" : "%.2f", cores);
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
