// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile.helidon;

import java.util.List;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says of Helidon; Arquillian calls the setters. */
public final class HelidonConfiguration implements ContainerConfiguration {
  private int httpPort;
  private String javaVmArguments = "";

  /** For Arquillian. */
  public HelidonConfiguration() {}

  /** Where Helidon listens. */
  public void setHttpPort(int httpPort) {
    this.httpPort = httpPort;
  }

  int httpPort() {
    return httpPort;
  }

  /** Separated by blanks. */
  public void setJavaVmArguments(String javaVmArguments) {
    this.javaVmArguments = javaVmArguments;
  }

  List<String> javaVmArguments() {
    return List.of(javaVmArguments.split(" "));
  }

  @Override
  public void validate() {}
}
