// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.SynchronousExecutionContext;
import org.jboss.resteasy.plugins.server.BaseHttpRequest;
import org.jboss.resteasy.specimpl.MultivaluedMapImpl;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.ResteasyAsynchronousContext;
import org.jboss.resteasy.spi.ResteasyAsynchronousResponse;
import org.jspecify.annotations.Nullable;

/** A request as RESTEasy's servers hand it over. */
final class MemoryRequest extends BaseHttpRequest {
  private final ResteasyHttpHeaders headers;
  private final Map<String, Object> attributes = new HashMap<>();
  private final ResteasyAsynchronousContext async;
  private InputStream body;
  private String method;

  MemoryRequest(Call call, SynchronousDispatcher dispatcher, HttpResponse response) {
    super(new ResteasyUriInfo(Call.ORIGIN + call.path(), ""));
    MultivaluedMap<String, String> sent = new MultivaluedMapImpl<>();
    sent.putAll(call.headers());
    headers = new ResteasyHttpHeaders(sent);
    method = call.method();
    body = new ByteArrayInputStream(call.body());
    async = new Suspendable(dispatcher, this, response);
  }

  @Override
  public HttpHeaders getHttpHeaders() {
    return headers;
  }

  @Override
  public MultivaluedMap<String, String> getMutableHeaders() {
    return headers.getMutableHeaders();
  }

  @Override
  public InputStream getInputStream() {
    return body;
  }

  @Override
  public void setInputStream(InputStream stream) {
    body = stream;
  }

  @Override
  public String getHttpMethod() {
    return method;
  }

  @Override
  public void setHttpMethod(String method) {
    this.method = method;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(attributes.keySet());
  }

  @Override
  public ResteasyAsynchronousContext getAsyncContext() {
    return async;
  }

  @Override
  public void forward(String path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean wasForwarded() {
    return false;
  }

  @Override
  public String getRemoteAddress() {
    return "127.0.0.1";
  }

  @Override
  public String getRemoteHost() {
    return "localhost";
  }

  /** RESTEasy's own blocks the thread of the request until the response is resumed. */
  private static final class Suspendable extends SynchronousExecutionContext {
    Suspendable(SynchronousDispatcher dispatcher, MemoryRequest request, HttpResponse response) {
      super(dispatcher, request, response);
    }

    @Override
    public ResteasyAsynchronousResponse suspend() {
      return suspend(-1);
    }

    @Override
    public ResteasyAsynchronousResponse suspend(long millis) {
      return suspend(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public ResteasyAsynchronousResponse suspend(long time, TimeUnit unit) {
      wasSuspended = true;
      asynchronousResponse =
          new SynchronousAsynchronousResponse(dispatcher, request, response) {
            @Override
            public void initialRequestThreadFinished() {}
          };
      return asynchronousResponse;
    }
  }
}
