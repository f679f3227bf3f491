// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import com.sun.management.OperatingSystemMXBean;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;

/** The process of the services: it replays each load that it is told of, and says what it did. */
public final class Sender {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Sender() {}

  /** Takes loads from standard input until that ends, so that it never outlives who started it. */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    try (ObjectOutputStream out = new ObjectOutputStream(System.out)) {
      out.flush();
      ObjectInputStream in = new ObjectInputStream(System.in);
      while (true) {
        out.writeObject(replay((Load) in.readObject()));
        out.flush();
      }
    } catch (EOFException noMoreLoads) {
      System.exit(0);
    }
  }

  static Sent replay(Load load) {
    Platform platform = new Platform(load);
    System.gc(); // What the load before has left is not this one's.
    long start = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    Tally tally = new Traffic(platform, load).replay();
    long replay = System.nanoTime() - start;
    platform.close();
    return tally.sent(replay, System.nanoTime() - start, SYSTEM.getProcessCpuTime() - cpu);
  }
}
