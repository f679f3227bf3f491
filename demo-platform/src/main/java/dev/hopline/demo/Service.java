// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service of the platform.
 *
 * @param name as spans have it in {@code service.name}
 * @param sample what it runs on
 * @param port where it listens on the loopback address
 */
record Service(String name, Sample sample, int port) {
  static final List<String> NAMES = List.of("gate", "identity", "llm-gateway", "prompts", "meter");

  /** The five services on consecutive ports, on each of the samples in turn. */
  static List<Service> all(int firstPort, List<Sample> samples) {
    List<Service> services = new ArrayList<>();
    for (String name : NAMES) {
      int index = services.size();
      services.add(new Service(name, samples.get(index % samples.size()), firstPort + index));
    }
    return services;
  }

  String uri() {
    return "http://127.0.0.1:" + port;
  }

  /** What makes a process this service, and where it finds the others. */
  Map<String, String> settings(List<Service> platform) {
    Map<String, String> settings = new HashMap<>();
    settings.put("platform.service", name);
    settings.put("platform.port", String.valueOf(port));
    for (Service service : platform) {
      settings.put(service.name + "/mp-rest/url", service.uri());
    }
    return settings;
  }
}
