// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.benchmarks.ClassPath;
import dev.hopline.benchmarks.QuietLogging;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;

/** A {@link Sender}, without the receiver on its class path or in its processor time. */
final class SenderProcess implements AutoCloseable {
  private final Process process;
  private final ObjectOutputStream loads;
  private final ObjectInputStream sent;

  SenderProcess() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.util.logging.config.class=" + QuietLogging.class.getName(),
                "-cp",
                ClassPath.ofBuild().with(List.of(ClassPath.Part.HOPLINE)).toString(),
                Sender.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    loads = new ObjectOutputStream(process.getOutputStream());
    loads.flush();
    sent = new ObjectInputStream(process.getInputStream());
  }

  /** Returns when all is exported or given up. */
  Sent replay(Load load) throws IOException {
    loads.writeObject(load);
    loads.flush();
    try {
      return (Sent) sent.readObject();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
