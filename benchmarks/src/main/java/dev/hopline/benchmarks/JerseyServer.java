// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/** Jersey's server from its application handler on. */
final class JerseyServer implements Exchange {
  private static final URI BASE = URI.create(Call.ORIGIN + "/");

  private final Later later = new Later();
  private final ApplicationHandler handler;

  JerseyServer(Instrument instrument, Workload workload) {
    handler =
        new ApplicationHandler(
            ResourceConfig.forApplication(new Service(instrument, workload, later)));
  }

  @Override
  public int exchange(Call call) {
    ContainerRequest request =
        new ContainerRequest(
            BASE,
            URI.create(Call.ORIGIN + call.path()),
            call.method(),
            Anybody.INSTANCE,
            new MapPropertiesDelegate(),
            handler.getConfiguration());
    call.headers().forEach(request::headers);
    request.setEntityStream(new ByteArrayInputStream(call.body()));
    Writer writer = new Writer();
    request.setWriter(writer);
    handler.handle(request);
    later.resume();
    return writer.status;
  }

  @Override
  public void close() {
    handler.onShutdown(null);
  }

  private static final class Writer implements ContainerResponseWriter {
    private int status;

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse response) {
      status = response.getStatus();
      return OutputStream.nullOutputStream();
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, @Nullable TimeoutHandler handler) {
      return true;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {}

    @Override
    public void commit() {}

    @Override
    public void failure(Throwable error) {
      throw new IllegalStateException(error);
    }

    @Override
    public boolean enableResponseBuffering() {
      return true;
    }
  }

  /** Who sends the requests is not asked. */
  private enum Anybody implements SecurityContext {
    INSTANCE;

    @Override
    public @Nullable Principal getUserPrincipal() {
      return null;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
      return null;
    }
  }
}
