// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponse;
import org.jspecify.annotations.Nullable;

/** The engine that a RESTEasy client sends by. */
final class ResteasyCaller implements ClientHttpEngine {
  private static final byte[] ANSWER = "answer".getBytes(StandardCharsets.US_ASCII);

  static Client client() {
    ResteasyClientBuilder builder = (ResteasyClientBuilder) ClientBuilder.newBuilder();
    return builder.httpEngine(new ResteasyCaller()).build();
  }

  @Override
  public Response invoke(Invocation request) {
    ClientInvocation invocation = (ClientInvocation) request;
    Answer answer = new Answer(invocation);
    answer.setProperties(invocation.getMutableProperties());
    answer.setStatus(200);
    answer.getMetadata().add("Content-Type", "text/plain");
    return answer;
  }

  @Override
  public @Nullable SSLContext getSslContext() {
    return null;
  }

  @Override
  public @Nullable HostnameVerifier getHostnameVerifier() {
    return null;
  }

  @Override
  public void close() {}

  private static final class Answer extends ClientResponse {
    private InputStream body = new ByteArrayInputStream(ANSWER);

    Answer(ClientInvocation invocation) {
      super(invocation.getClientConfiguration(), invocation.getTracingLogger());
    }

    @Override
    protected InputStream getInputStream() {
      return body;
    }

    @Override
    protected void setInputStream(InputStream stream) {
      body = stream;
      resetEntity();
    }

    @Override
    public void releaseConnection() {}

    @Override
    public void releaseConnection(boolean consume) {}
  }
}
