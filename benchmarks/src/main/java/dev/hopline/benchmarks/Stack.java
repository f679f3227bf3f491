// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

/** What carries the requests. */
public enum Stack {
  RESTEASY_SERVER,
  JERSEY_SERVER,
  RESTEASY_CLIENT,
  JERSEY_CLIENT;

  Exchange open(Instrument instrument, Workload workload) {
    Exchange plain =
        switch (this) {
          case RESTEASY_SERVER -> new ResteasyServer(instrument, workload);
          case JERSEY_SERVER -> new JerseyServer(instrument, workload);
          case RESTEASY_CLIENT -> new Caller(ResteasyCaller.client(), instrument);
          case JERSEY_CLIENT -> new Caller(JerseyCaller.client(), instrument);
        };
    return instrument.around(plain);
  }

  boolean isServer() {
    return this == RESTEASY_SERVER || this == JERSEY_SERVER;
  }

  ClassPath.Part part() {
    return this == RESTEASY_SERVER || this == RESTEASY_CLIENT
        ? ClassPath.Part.RESTEASY
        : ClassPath.Part.JERSEY;
  }
}
