// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Filters that do nothing. */
final class EmptyFilters {
  private EmptyFilters() {}

  /** Of requests and responses of a server. */
  static final class OfServer implements ContainerRequestFilter, ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request) {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {}
  }

  /** Of requests and responses of a client. */
  static final class OfClient implements ClientRequestFilter, ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request) {}

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {}
  }
}
