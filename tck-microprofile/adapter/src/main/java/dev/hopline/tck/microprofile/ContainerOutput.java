// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.output.TeeOutputStream;
import org.jboss.arquillian.container.spi.event.SetupContainers;
import org.jboss.arquillian.core.api.annotation.Observes;

/**
 * Has what the container prints, which its adapter passes on to this process, in the file that the
 * TCK reads, too.
 */
public final class ContainerOutput {
  private static final String FILE = "container.output";

  /** For Arquillian. */
  public ContainerOutput() {}

  /** Before the container starts. */
  public void copy(@Observes SetupContainers event) throws IOException {
    TeeOutputStream both =
        new TeeOutputStream(System.out, new FileOutputStream(System.getProperty(FILE)));
    System.setOut(new PrintStream(both, true, StandardCharsets.UTF_8));
  }
}
