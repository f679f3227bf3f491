// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.annotation.Priority;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Filters that end a request where its header {@value #HEADER} says: with 403, or with an exception
 * if {@code -throws} follows. But for the first one they have the default priority, as most filters
 * of applications.
 */
public final class TckGuard {
  /** {@code first}, {@code before} or {@code after} matching, {@code response}. */
  static final String HEADER = "tck-guard";

  private TckGuard() {}

  private static void check(ContainerRequestContext request, String where) {
    String asked = request.getHeaderString(HEADER);
    if (where.equals(asked)) {
      request.abortWith(Response.status(Response.Status.FORBIDDEN).build());
    } else if ((where + "-throws").equals(asked)) {
      throw new IllegalStateException("thrown by the filter: " + where);
    }
  }

  /** Before any filter of a library's. */
  @Provider
  @PreMatching
  @Priority(Integer.MIN_VALUE)
  public static class First implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      TckArrivals.note(request);
      check(request, "first");
    }
  }

  /** Before a resource is matched. */
  @Provider
  @PreMatching
  public static class BeforeMatching implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      check(request, "before");
    }
  }

  /** After a resource is matched. */
  @Provider
  public static class AfterMatching implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      TckProbe.in("filter");
      check(request, "after");
    }
  }

  /** After the resource method. */
  @Provider
  public static class OfResponse implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      TckProbe.in("response");
      check(request, "response");
    }
  }

  /** What only those may call who have some authorization. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Secured {}

  /** 401 for all others. */
  @Provider
  @Secured
  @Priority(Priorities.AUTHENTICATION)
  public static class Authentication implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
        request.abortWith(
            Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build());
      }
    }
  }
}
