// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

import dev.hopline.HttpClientRequest;
import dev.hopline.HttpServerRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way from a client to a server; what the client injects is what the server
 * extracts.
 *
 * @param port of the peer
 */
record Message(Call call, URI uri, int port, Map<String, String> headers) {

  /**
   * Makes a request.
   *
   * @param variables values of those in the call's path and query
   */
  static Message of(Call call, Map<String, String> variables, int port, String userAgent) {
    String path = fill(call.template(), variables);
    String query = call.query().isEmpty() ? "" : '?' + fill(call.query(), variables);
    String host = call.service() + ".internal.example:8080";
    Map<String, String> headers = new HashMap<>();
    headers.put("host", host);
    headers.put("user-agent", userAgent);
    return new Message(call, URI.create("http://" + host + path + query), port, headers);
  }

  private static String fill(String template, Map<String, String> variables) {
    String filled = template;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled = filled.replace('{' + variable.getKey() + '}', variable.getValue());
    }
    return filled;
  }

  /** As a MicroProfile REST client, which knows the template. */
  enum Outgoing implements HttpClientRequest<Message> {
    WRITER;

    @Override
    public String method(Message request) {
      return request.call.method();
    }

    @Override
    public URI uri(Message request) {
      return request.uri;
    }

    @Override
    public @Nullable String header(Message request, String name) {
      return request.headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable String urlTemplate(Message request) {
      return request.call.template();
    }

    @Override
    public void set(@Nullable Message request, String key, String value) {
      if (request != null) {
        request.headers.put(key.toLowerCase(Locale.ROOT), value);
      }
    }
  }

  /** As Quarkus, which knows all that there is. */
  enum Incoming implements HttpServerRequest<Message> {
    READER;

    @Override
    public String method(Message request) {
      return request.call.method();
    }

    @Override
    public String scheme(Message request) {
      return request.uri.getScheme();
    }

    @Override
    public String path(Message request) {
      return request.uri.getRawPath();
    }

    @Override
    public @Nullable String query(Message request) {
      return request.uri.getRawQuery();
    }

    @Override
    public @Nullable String header(Message request, String name) {
      return request.headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String protocolVersion(Message request) {
      return "1.1";
    }

    @Override
    public String peerAddress(Message request) {
      return "10.4." + request.port % 200 + '.' + request.port % 250;
    }

    @Override
    public int peerPort(Message request) {
      return request.port;
    }

    @Override
    public Iterable<String> keys(Message request) {
      return request.headers.keySet();
    }
  }
}
