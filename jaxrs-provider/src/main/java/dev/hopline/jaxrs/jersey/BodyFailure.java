// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.glassfish.jersey.server.ContainerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what broke a body off after its first bytes had gone out: Jersey logs that, and sends no
 * event of it. Around all other interceptors, since they may throw, too.
 */
@Priority(Integer.MIN_VALUE)
final class BodyFailure implements WriterInterceptor {
  private static final String PROPERTY = BodyFailure.class.getName();

  /** What broke the body off; null if nothing did. */
  static @Nullable Throwable of(ContainerRequest request) {
    return request.getProperty(PROPERTY) instanceof Throwable error ? error : null;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext response) throws IOException {
    try {
      response.proceed();
    } catch (Throwable error) {
      response.setProperty(PROPERTY, error);
      throw error;
    }
  }
}
