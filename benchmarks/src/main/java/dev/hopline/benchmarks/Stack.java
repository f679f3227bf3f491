// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

/** What carries the requests. */
public enum Stack {
  RESTEASY_SERVER,
  JERSEY_SERVER,
  RESTEASY_CLIENT,
  JERSEY_CLIENT,
  /** Jersey as {@link Helidon} brings it. */
  HELIDON_SERVER;

  Exchange open(Instrument instrument, Workload workload) {
    Exchange plain =
        switch (this) {
          case RESTEASY_SERVER -> new ResteasyServer(instrument, workload);
          case JERSEY_SERVER, HELIDON_SERVER -> new JerseyServer(instrument, workload);
          case RESTEASY_CLIENT -> new Caller(ResteasyCaller.client(), instrument);
          case JERSEY_CLIENT -> new Caller(JerseyCaller.client(), instrument);
        };
    return instrument.around(plain);
  }

  boolean isServer() {
    return this != RESTEASY_CLIENT && this != JERSEY_CLIENT;
  }

  ClassPath.Part part() {
    return switch (this) {
      case RESTEASY_SERVER, RESTEASY_CLIENT -> ClassPath.Part.RESTEASY;
      case JERSEY_SERVER, JERSEY_CLIENT -> ClassPath.Part.JERSEY;
      case HELIDON_SERVER -> ClassPath.Part.HELIDON;
    };
  }
}
