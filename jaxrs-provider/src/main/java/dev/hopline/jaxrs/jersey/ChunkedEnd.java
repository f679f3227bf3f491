// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.HttpSpan;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * The end of a chunked response, as server-sent events are: Jersey's last event comes when the
 * first chunk may be written, and only the container's writer sees the last one.
 */
final class ChunkedEnd implements ContainerResponseWriter {
  private final ContainerResponseWriter writer;
  private final HttpSpan span;
  private final ContainerResponse response;

  ChunkedEnd(ContainerResponseWriter writer, HttpSpan span, ContainerResponse response) {
    this.writer = writer;
    this.span = span;
    this.response = response;
  }

  @Override
  public @Nullable OutputStream writeResponseStatusAndHeaders(
      long contentLength, ContainerResponse head) {
    return writer.writeResponseStatusAndHeaders(contentLength, head);
  }

  @Override
  public boolean suspend(long timeout, TimeUnit unit, TimeoutHandler handler) {
    return writer.suspend(timeout, unit, handler);
  }

  @Override
  public void setSuspendTimeout(long timeout, TimeUnit unit) {
    writer.setSuspendTimeout(timeout, unit);
  }

  @Override
  public void commit() {
    try {
      writer.commit();
    } finally {
      span.end(response.getStatus(), null);
    }
  }

  @Override
  public void failure(Throwable error) {
    try {
      writer.failure(error);
    } finally {
      span.end(response.getStatus(), Errors.thrownByApplication(error));
    }
  }

  @Override
  public boolean enableResponseBuffering() {
    return writer.enableResponseBuffering();
  }
}
