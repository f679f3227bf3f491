// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile.helidon;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/**
 * Runs each archive as Helidon is run: a process of its own, on this one's Java, with the classes
 * and the libraries of the archive for a class path.
 */
public final class HelidonContainer implements DeployableContainer<HelidonConfiguration> {
  private static final File DEPLOYMENTS = new File("target", "deployments");

  /** What the protocol asks for to know the root of the application. */
  private static final String RUNNER = "ArquillianRESTRunnerEE9";

  private static final Duration START = Duration.ofMinutes(3);

  private HelidonConfiguration configuration;
  private File application;
  private Process process;

  /** For Arquillian. */
  public HelidonContainer() {}

  @Override
  public Class<HelidonConfiguration> getConfigurationClass() {
    return HelidonConfiguration.class;
  }

  @Override
  public void setup(HelidonConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("REST 3.0");
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    DEPLOYMENTS.mkdirs();
    application = archive.as(ExplodedExporter.class).exportExploded(DEPLOYMENTS);
    try {
      process = start(application.toPath().resolve("WEB-INF").toAbsolutePath());
    } catch (IOException e) {
      throw new DeploymentException("Helidon does not start", e);
    }
    await().atMost(START).until(this::isListening);
    HTTPContext context = new HTTPContext("localhost", configuration.httpPort());
    context.add(new Servlet(RUNNER, "/"));
    return new ProtocolMetaData().addContext(context);
  }

  private Process start(Path web) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(configuration.javaVmArguments());
    command.add("-Dserver.port=" + configuration.httpPort());
    Files.move(
        web.resolve("beans.xml"), web.resolve("classes/META-INF/beans.xml"), REPLACE_EXISTING);
    command.add("-cp");
    command.add(web.resolve("classes") + File.pathSeparator + web.resolve("lib").resolve("*"));
    command.add("io.helidon.Main");
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    new Thread(() -> passOn(started.inputReader()), "helidon-output").start();
    return started;
  }

  private static void passOn(BufferedReader output) {
    output.lines().forEach(System.out::println);
  }

  private boolean isListening() {
    if (!process.isAlive()) {
      throw new IllegalStateException("Helidon ended with " + process.exitValue());
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), configuration.httpPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    // Not its own `destroy`, which drops what it prints in its end.
    process.toHandle().destroy();
    try {
      process.waitFor();
      FileUtils.deleteDirectory(application);
    } catch (InterruptedException | IOException e) {
      throw new DeploymentException("Helidon does not end", e);
    }
  }

  @Override
  public void deploy(Descriptor descriptor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void undeploy(Descriptor descriptor) {
    throw new UnsupportedOperationException();
  }
}
