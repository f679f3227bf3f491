// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The five services, each in a process of its own. Thread-safe, so that Ctrl-C may close it. */
final class Platform implements AutoCloseable {
  private final Build build;
  private final Map<String, String> settings;
  private final boolean inherit;
  private final List<ServiceProcess> processes = new ArrayList<>();
  private boolean closed;

  /**
   * A platform without services yet.
   *
   * @param settings what all services are given
   * @param inherit whether they see the {@code OTEL_*} variables of this process
   */
  Platform(Build build, Map<String, String> settings, boolean inherit) {
    this.build = build;
    this.settings = Map.copyOf(settings);
    this.inherit = inherit;
  }

  /**
   * Starts the services, all at once, and does not wait until they are ready.
   *
   * @throws DemoFailure if one cannot be started
   */
  List<ServiceProcess> start(List<Service> services) {
    return services.stream().map(service -> start(service, services)).toList();
  }

  private synchronized ServiceProcess start(Service service, List<Service> services) {
    if (closed) {
      throw new DemoFailure("interrupted");
    }
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(service.settings(services));
    Path log = build.root().resolve("demo-platform/target/logs/" + service.name() + ".log");
    List<String> command = build.command(service.sample(), all);
    ServiceProcess process = ServiceProcess.start(service, command, log, inherit);
    processes.add(process);
    return process;
  }

  /** Ends all processes and waits for their end. */
  @Override
  public synchronized void close() {
    closed = true;
    processes.forEach(ServiceProcess::stop);
    processes.forEach(ServiceProcess::close);
  }
}
