// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process has used so far. */
record Usage(Duration cpu, double residentMegabytes) {
  static Usage of(ProcessHandle process) throws IOException {
    return new Usage(process.info().totalCpuDuration().orElseThrow(), resident(process.pid()));
  }

  double cpuMicrosSince(Usage before) {
    return cpu.minus(before.cpu).toNanos() / 1e3;
  }

  /** 0 where there is no such file, as on other systems than Linux. */
  private static double resident(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }
}
