// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Filters that end a request where its header {@value #HEADER} says. They have the default
 * priority, as most filters of applications.
 */
public final class TckGuard {
  /**
   * {@code before} or {@code after} matching, 403, or {@code response} for a filter that throws.
   */
  static final String HEADER = "tck-guard";

  private TckGuard() {}

  private static void abort(ContainerRequestContext request, String where) {
    if (where.equals(request.getHeaderString(HEADER))) {
      request.abortWith(Response.status(Response.Status.FORBIDDEN).build());
    }
  }

  /** Before a resource is matched. */
  @Provider
  @PreMatching
  public static class BeforeMatching implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      abort(request, "before");
    }
  }

  /** After a resource is matched. */
  @Provider
  public static class AfterMatching implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      abort(request, "after");
    }
  }

  /** After the resource method. */
  @Provider
  public static class OfResponse implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if ("response".equals(request.getHeaderString(HEADER))) {
        throw new IllegalStateException("thrown by a response filter");
      }
    }
  }
}
