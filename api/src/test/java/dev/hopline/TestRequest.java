// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request, incoming or outgoing, of no runtime. */
final class TestRequest {
  static final Reader READER = new Reader();
  static final Writer WRITER = new Writer();

  final Map<String, String> headers = new HashMap<>();
  final String method;
  final String path;
  @Nullable String query;
  @Nullable String peer;
  @Nullable String template;
  boolean traced = true;
  String scheme = "http";
  @Nullable String version;

  TestRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  static TestRequest get(String path) {
    return new TestRequest("GET", path);
  }

  TestRequest with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  TestRequest query(String raw) {
    query = raw;
    return this;
  }

  TestRequest from(String address) {
    peer = address;
    return this;
  }

  TestRequest over(String scheme, String version) {
    this.scheme = scheme;
    this.version = version;
    return this;
  }

  static final class Reader implements HttpServerRequest<TestRequest> {
    @Override
    public String method(TestRequest request) {
      return request.method;
    }

    @Override
    public String scheme(TestRequest request) {
      return request.scheme;
    }

    @Override
    public String path(TestRequest request) {
      return request.path;
    }

    @Override
    public @Nullable String query(TestRequest request) {
      return request.query;
    }

    @Override
    public @Nullable String header(TestRequest request, String name) {
      return request.headers.get(name);
    }

    @Override
    public @Nullable String protocolVersion(TestRequest request) {
      return request.version;
    }

    @Override
    public @Nullable String peerAddress(TestRequest request) {
      return request.peer;
    }

    @Override
    public int peerPort(TestRequest request) {
      return 4711;
    }

    @Override
    public Iterable<String> keys(TestRequest request) {
      return request.headers.keySet();
    }
  }

  static final class Writer implements HttpClientRequest<TestRequest> {
    @Override
    public String method(TestRequest request) {
      return request.method;
    }

    @Override
    public URI uri(TestRequest request) {
      return URI.create(request.path);
    }

    @Override
    public @Nullable String header(TestRequest request, String name) {
      return request.headers.get(name);
    }

    @Override
    public @Nullable String urlTemplate(TestRequest request) {
      return request.template;
    }

    @Override
    public boolean isTraced(TestRequest request) {
      return request.traced;
    }

    @Override
    public void set(@Nullable TestRequest request, String key, String value) {
      if (request != null) {
        request.headers.put(key, value);
      }
    }
  }
}
