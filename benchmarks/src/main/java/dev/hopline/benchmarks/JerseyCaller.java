// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;

/** The connector that a Jersey client sends by. */
final class JerseyCaller implements Connector {
  private static final byte[] ANSWER = "answer".getBytes(StandardCharsets.US_ASCII);

  static Client client() {
    ClientConfig config = new ClientConfig();
    config.connectorProvider((client, configuration) -> new JerseyCaller());
    return ClientBuilder.newClient(config);
  }

  @Override
  public ClientResponse apply(ClientRequest request) {
    ClientResponse response = new ClientResponse(Response.Status.OK, request);
    response.header("Content-Type", "text/plain");
    response.setEntityStream(new ByteArrayInputStream(ANSWER));
    return response;
  }

  @Override
  public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
    callback.response(apply(request));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public String getName() {
    return "memory";
  }

  @Override
  public void close() {}
}
