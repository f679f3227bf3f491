// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.cxf;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.ClientLifeCycleManager;

/**
 * Puts the hooks into each bus, which is what all servers and clients of CXF are made with. They
 * ask for the tracing that there is then: a process has one bus for all, made for the first.
 */
final class BusHook {
  private static final Logger LOG = Logger.getLogger(BusHook.class.getName());

  private BusHook() {}

  private static void install(Bus bus) {
    bus.getFeatures().add(new ServerHook());
    bus.getOutInterceptors().add(new FaultHook());
    ClientLifeCycleManager clients = bus.getExtension(ClientLifeCycleManager.class);
    if (clients != null) {
      clients.registerListener(new ClientHook());
    }
  }

  /** A CXF that is not the one we know is not to be kept from starting. */
  static void report(LinkageError other) {
    LOG.log(
        Level.WARNING, "This version of CXF is not traced as it should be: {0}", other.toString());
  }

  /** Public for CXF, which finds it in {@code META-INF/cxf/bus-extensions.txt}, and only for it. */
  public static final class Extension {
    /** For CXF, while it makes the bus. */
    public Extension(Bus bus) {
      install(bus);
    }
  }
}
