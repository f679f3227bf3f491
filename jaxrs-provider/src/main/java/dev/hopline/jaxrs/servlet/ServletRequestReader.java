// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.servlet;

import dev.hopline.HttpServerRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** Reads a request as the servlet container keeps it. */
final class ServletRequestReader implements HttpServerRequest<HttpServletRequest> {
  static final ServletRequestReader INSTANCE = new ServletRequestReader();

  private static final String HTTP = "HTTP/";

  private ServletRequestReader() {}

  @Override
  public String method(HttpServletRequest request) {
    return request.getMethod();
  }

  @Override
  public String scheme(HttpServletRequest request) {
    return request.getScheme();
  }

  @Override
  public String path(HttpServletRequest request) {
    return request.getRequestURI();
  }

  @Override
  public @Nullable String query(HttpServletRequest request) {
    return request.getQueryString();
  }

  @Override
  public @Nullable String header(HttpServletRequest request, String name) {
    String first = request.getHeader(name);
    if (first == null) {
      return null;
    }
    Enumeration<String> values = request.getHeaders(name);
    values.nextElement();
    return values.hasMoreElements() ? String.join(",", all(request, name)) : first;
  }

  private static Iterable<String> all(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }

  @Override
  public Iterable<String> keys(HttpServletRequest request) {
    return Collections.list(request.getHeaderNames());
  }

  @Override
  public @Nullable String protocolVersion(HttpServletRequest request) {
    String protocol = request.getProtocol();
    if (protocol == null || !protocol.startsWith(HTTP)) {
      return null;
    }
    String version = protocol.substring(HTTP.length());
    return version.equals("2.0") ? "2" : version;
  }

  @Override
  public @Nullable String peerAddress(HttpServletRequest request) {
    return request.getRemoteAddr();
  }

  @Override
  public int peerPort(HttpServletRequest request) {
    return request.getRemotePort();
  }
}
