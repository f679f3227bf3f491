// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application in a JVM of its own, which says on its output where it listens. For runtimes that
 * are to be tested as they are deployed. Safe for all threads.
 */
public final class ListeningProcess implements AutoCloseable {
  private static final int LIMIT_SECONDS = 60;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> listening = new CompletableFuture<>();
  private final Pattern announcement;
  private final Process process;
  private final Consumer<String> output;

  private ListeningProcess(Pattern announcement, Process process, Consumer<String> output) {
    this.announcement = announcement;
    this.process = process;
    this.output = output;
  }

  /**
   * Starts Java.
   *
   * @param javaHome that of the JDK to run it with
   * @param announcement finds in a line where the application listens, as its first group
   * @throws IOException if there is no such Java
   */
  public static ListeningProcess start(
      String javaHome, List<String> arguments, Pattern announcement) throws IOException {
    return start(javaHome, arguments, announcement, line -> {});
  }

  /**
   * Starts Java, as {@link #start(String, List, Pattern)} does.
   *
   * @param output takes each line of its output, on a thread of its own
   * @throws IOException if there is no such Java
   */
  public static ListeningProcess start(
      String javaHome, List<String> arguments, Pattern announcement, Consumer<String> output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(javaHome, "bin", "java").toString());
    command.addAll(arguments);
    ListeningProcess started =
        new ListeningProcess(
            announcement, new ProcessBuilder(command).redirectErrorStream(true).start(), output);
    new Thread(started::read, "log of " + command.get(command.size() - 1)).start();
    return started;
  }

  private void read() {
    process.inputReader().lines().forEach(this::read);
    listening.completeExceptionally(new IOException(String.join("\n", log)));
  }

  private void read(String line) {
    log.add(line);
    output.accept(line);
    Matcher matcher = announcement.matcher(line);
    if (matcher.find()) {
      listening.complete(matcher.group(1));
    }
  }

  /**
   * Waits, a minute at most, until the application listens.
   *
   * @return where, as it has said
   * @throws ExecutionException with all that it has said, if it ends before
   */
  public String address() throws ExecutionException, InterruptedException, TimeoutException {
    return listening.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  /** The process itself, for those who look at what it uses. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** The lines of its output so far; more are added. */
  public List<String> log() {
    return log;
  }

  /** Asks it to end, waits for that, and insists after a minute. */
  @Override
  public void close() throws InterruptedException {
    // Not Process.destroy: that closes what the log is read from.
    process.toHandle().destroy();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
