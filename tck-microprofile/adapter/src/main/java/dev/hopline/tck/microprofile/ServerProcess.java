// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import dev.hopline.tck.ListeningProcess;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The server of a leg with one application. How to start it stands in the leg's POM. */
final class ServerProcess implements AutoCloseable {
  private final File deployment;
  private final String path;
  private final ListeningProcess process;

  private ServerProcess(File deployment, String path, ListeningProcess process) {
    this.deployment = deployment;
    this.path = path;
    this.process = process;
  }

  /**
   * Whether the leg says how to start its server, which it does for the TCK where no adapter of
   * Arquillian's is published.
   */
  static boolean isKnown() {
    return System.getProperty("container.command") != null;
  }

  /**
   * Starts it.
   *
   * @param settings of its virtual machine
   * @param output takes what it prints
   * @return when it answers
   * @throws Exception if it does not; it runs no longer then
   */
  static ServerProcess start(WebArchive application, List<String> settings, Consumer<String> output)
      throws Exception {
    File deployment = deploy(application);
    List<String> arguments = new ArrayList<>(settings);
    arguments.addAll(List.of(System.getProperty("container.command").strip().split("\\s+")));
    Pattern ready = Pattern.compile(System.getProperty("container.ready"));
    ServerProcess started =
        new ServerProcess(
            deployment,
            application.getName().replaceFirst("\\.war$", ""),
            ListeningProcess.start(System.getProperty("java.home"), arguments, ready, output));
    try {
      started.process.address();
      return started;
    } catch (Exception e) {
      started.close();
      throw e;
    }
  }

  private static File deploy(WebArchive application) {
    File deployments = new File(System.getProperty("container.deployments"));
    // Arquillian takes it away with what it has deployed.
    deployments.mkdirs();
    File deployment = new File(deployments, application.getName());
    application.as(ZipExporter.class).exportTo(deployment, true);
    return deployment;
  }

  /** The root of the application. */
  URI address() {
    return URI.create(
        "http://localhost:%s/%s/".formatted(System.getProperty("container.port"), path));
  }

  /** The lines of its output so far; more are added. */
  List<String> log() {
    return process.log();
  }

  @Override
  public void close() throws InterruptedException {
    process.close();
    deployment.delete();
  }
}
