// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.protocol.servlet5.ServletMethodExecutor;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/** Starts the server of a leg for each archive, as our own contracts do. */
public final class ServerContainer implements DeployableContainer<ServerContainer.Configuration> {
  private Configuration configuration;
  private ServerProcess process;

  /** For Arquillian. */
  public ServerContainer() {}

  @Override
  public Class<Configuration> getConfigurationClass() {
    return Configuration.class;
  }

  @Override
  public void setup(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Servlet 5.0");
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    try {
      process =
          ServerProcess.start(
              archive.as(WebArchive.class),
              List.of(configuration.javaVmArguments.split(" ")),
              System.out::println);
    } catch (Exception e) {
      throw new DeploymentException("The server does not start", e);
    }
    URI address = process.address();
    HTTPContext context = new HTTPContext(address.getHost(), address.getPort());
    // Arquillian puts the slash itself, and Jetty answers 400 to two.
    String root = address.getPath().replaceFirst("/$", "");
    context.add(new Servlet(ServletMethodExecutor.ARQUILLIAN_SERVLET_NAME, root));
    return new ProtocolMetaData().addContext(context);
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    try {
      process.close();
    } catch (InterruptedException e) {
      throw new DeploymentException("The server does not end", e);
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

  /** What {@code arquillian.xml} says of the server; Arquillian calls the setter. */
  public static final class Configuration implements ContainerConfiguration {
    private String javaVmArguments = "";

    /** For Arquillian. */
    public Configuration() {}

    /** Separated by blanks. */
    public void setJavaVmArguments(String javaVmArguments) {
      this.javaVmArguments = javaVmArguments;
    }

    @Override
    public void validate() {}
  }
}
