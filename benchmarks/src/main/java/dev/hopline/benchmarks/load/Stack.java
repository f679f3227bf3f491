// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.load;

/** A runtime for which the application is packaged. */
enum Stack {
  QUARKUS("Quarkus", "quarkus", "quarkus-app/quarkus-run.jar", "java.home"),
  HELIDON("Helidon", "helidon", "application.jar", "load.newer-jdk");

  final String title;
  private final String directory;
  private final String jar;
  private final String javaProperty;

  Stack(String title, String directory, String jar, String javaProperty) {
    this.title = title;
    this.directory = directory;
    this.jar = jar;
    this.javaProperty = javaProperty;
  }

  String jar(Contender contender) {
    return directory + "/" + contender.directory() + "/target/" + jar;
  }

  /** The home of the JDK that it is run on. */
  String javaHome() {
    return System.getProperty(javaProperty);
  }
}
