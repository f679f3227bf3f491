// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The classes of this virtual machine, as it tells them. */
final class LoadedClasses {
  private LoadedClasses() {}

  static boolean contain(String name) {
    try {
      Object hierarchy =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "vmClassHierarchy",
                  new Object[] {new String[] {name}},
                  new String[] {String[].class.getName()});
      return String.valueOf(hierarchy).contains(name);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
