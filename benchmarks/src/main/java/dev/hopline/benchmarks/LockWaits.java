// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * How often a thread had to wait for a monitor that another one held, for a million operations. It
 * fails if one of these monitors was entered by Hopline, or by the JDK on its behalf.
 */
public final class LockWaits implements InternalProfiler {
  static final String LABEL = "blocked";

  private static final double MILLION = 1e6;

  private Recording recording = new Recording();

  @Override
  public String getDescription() {
    return "Waits for monitors for each million operations";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    recording = new Recording();
    recording.enable("jdk.JavaMonitorEnter").withStackTrace().withThreshold(Duration.ZERO);
    recording.start();
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    recording.stop();
    List<RecordedEvent> waits = waits();
    recording.close();
    if (iteration.getType() == IterationType.WARMUP) {
      // Classes are loaded and initialized once, which others wait for.
      return List.of();
    }
    for (RecordedEvent wait : waits) {
      Evidence.require(!isOurs(wait), "a wait for " + wait);
    }
    double operations = result.getMetadata().getAllOps() / MILLION;
    return List.of(
        new ScalarResult(LABEL, waits.size() / operations, "1/1e6 op", AggregationPolicy.AVG));
  }

  private List<RecordedEvent> waits() {
    try {
      Path file = Files.createTempFile("waits", ".jfr");
      recording.dump(file);
      List<RecordedEvent> waits = RecordingFile.readAllEvents(file);
      Files.delete(file);
      return waits;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whose code is the first that is not the JDK's. */
  private static boolean isOurs(RecordedEvent wait) {
    for (RecordedFrame frame : wait.getStackTrace().getFrames()) {
      String type = frame.getMethod().getType().getName();
      if (!type.startsWith("java.") && !type.startsWith("jdk.")) {
        return type.startsWith("dev.hopline.")
            && !type.startsWith(LockWaits.class.getPackageName());
      }
    }
    return false;
  }
}
