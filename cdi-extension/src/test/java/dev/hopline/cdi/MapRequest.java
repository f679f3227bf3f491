// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.HttpServerRequest;
import java.util.List;
import java.util.Map;

/** Reads requests that are maps. */
final class MapRequest implements HttpServerRequest<Map<String, String>> {
  @Override
  public String method(Map<String, String> request) {
    return request.get("method");
  }

  @Override
  public String scheme(Map<String, String> request) {
    return "http";
  }

  @Override
  public String path(Map<String, String> request) {
    return "/books";
  }

  @Override
  public String query(Map<String, String> request) {
    return null;
  }

  @Override
  public Iterable<String> keys(Map<String, String> request) {
    return List.of();
  }

  @Override
  public String header(Map<String, String> request, String name) {
    return null;
  }
}
