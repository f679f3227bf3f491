// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

/** The samples: all five services each, on different runtimes. */
enum Sample {
  QUARKUS("Quarkus", "quarkus-sample/target", "quarkus-app/quarkus-run.jar"),
  HELIDON("Helidon", "helidon-sample/target", "hopline-helidon-sample.jar");

  final String title;
  final String target;
  final String jar;

  Sample(String title, String target, String jar) {
    this.title = title;
    this.target = target;
    this.jar = jar;
  }
}
