// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.tck.OtlpReceiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that is measured: services in a process of their own, and a receiver in this one. */
final class Trials implements AutoCloseable {
  /** From outside; the five services have some 4,500 spans of it. */
  private static final double REQUESTS = 400;

  private static final int SECONDS = 10;
  private static final List<Double> RATIOS = List.of(1.0, 0.1, 0.01);
  private static final List<Integer> SPANS_PER_SECOND =
      List.of(5_000, 10_000, 20_000, 40_000, 80_000);
  private static final Map<String, String> PLAIN = Map.of();
  private static final Map<String, String> GZIP = Map.of("otel.exporter.otlp.compression", "gzip");

  /** Where nothing may be lost, however busy the machine is with something else. */
  private static final Map<String, String> PATIENT = Map.of("otel.bsp.max.queue.size", "262144");

  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final Arrivals arrivals = new Arrivals();
  private final SenderProcess sender = new SenderProcess();

  Trials() throws IOException {
    arrivals.listenTo(receiver);
  }

  /** Measures all; fails if something arrives that should not, or does not that should. */
  Figures measure() throws IOException {
    for (Map<String, String> exporter : List.of(none(), PLAIN, GZIP)) {
      patient(exporter); // Until it is compiled.
    }
    List<Figures.Sampled> sampled = new ArrayList<>();
    WireSizes sizes = null;
    for (double ratio : RATIOS) {
      Run run = run(true, REQUESTS, SECONDS, sampler(ratio)).requireAll().requireRatio(ratio);
      sampled.add(new Figures.Sampled(ratio, run));
      sizes = sizes == null ? arrivals.sizes() : sizes;
    }
    Figures.Cost cost = cost();
    return new Figures(sizes, sampled, cost, pressed(sampled.get(0).spansPerTrace()));
  }

  private List<Figures.Pressed> pressed(double spansPerRequest) throws IOException {
    List<Figures.Pressed> pressed = new ArrayList<>();
    for (int spans : SPANS_PER_SECOND) {
      Run plain = run(false, spans / spansPerRequest, 3, PLAIN).requireNoMore();
      Run gzip = run(false, spans / spansPerRequest, 3, GZIP).requireNoMore();
      pressed.add(new Figures.Pressed(plain, gzip));
    }
    return pressed;
  }

  private static Map<String, String> none() {
    return Map.of("otel.traces.exporter", "none");
  }

  private static Map<String, String> sampler(double ratio) {
    return Map.of(
        "otel.traces.sampler",
        "parentbased_traceidratio",
        "otel.traces.sampler.arg",
        Double.toString(ratio));
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** In turns, and of each the least, which is what was disturbed the least. */
  private Figures.Cost cost() throws IOException {
    double none = Double.MAX_VALUE;
    double plain = Double.MAX_VALUE;
    double gzip = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      none = Math.min(none, patient(none()).cpuMicrosPerSpan());
      plain = Math.min(plain, patient(PLAIN).requireAll().cpuMicrosPerSpan());
      gzip = Math.min(gzip, patient(GZIP).requireAll().cpuMicrosPerSpan());
    }
    if (none >= plain || plain >= gzip) {
      throw new IllegalStateException("the machine is too busy to tell what an export costs");
    }
    return new Figures.Cost(none, plain, gzip);
  }

  private Run patient(Map<String, String> exporter) throws IOException {
    return run(false, 2 * REQUESTS, 4, with(exporter, PATIENT));
  }

  private Run run(boolean apart, double requestsPerSecond, int seconds, Map<String, String> more)
      throws IOException {
    Map<String, String> endpoint =
        Map.of("otel.exporter.otlp.endpoint", receiver.endpoint().toString());
    Load load = Load.of(apart, requestsPerSecond, seconds, with(endpoint, more));
    arrivals.clear();
    Run run = new Run(load, sender.replay(load), arrivals.count());
    System.out.println(run);
    return run;
  }

  @Override
  public void close() {
    sender.close();
    receiver.close();
  }
}
