// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;

/** A Jakarta REST client whose request goes no further than to what would open the connection. */
final class Caller implements Exchange {
  private final Client client;
  private final WebTarget target;

  Caller(Client client, Instrument instrument) {
    this.client = client;
    instrument.providers().forEach(client::register);
    target = client.target(Call.ORIGIN);
  }

  @Override
  public int exchange(Call call) {
    return send(request(call));
  }

  /** What an application builds before it calls. */
  Invocation.Builder request(Call call) {
    return target.path(call.path()).request();
  }

  static int send(Invocation.Builder request) {
    try (Response response = request.get()) {
      response.readEntity(String.class);
      return response.getStatus();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
