// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Type;

/**
 * An entity of a type that only the application can write.
 *
 * @param text what is written; {@value #INTERCEPTOR_THROWS} and {@value #WRITER_THROWS} are not
 */
public record TckText(String text) {
  /** Keeps the interceptor from proceeding. */
  static final String INTERCEPTOR_THROWS = "interceptor-throws";

  /** Keeps the writer from writing. */
  static final String WRITER_THROWS = "writer-throws";

  /** Writes it. */
  @Provider
  public static class Writer implements MessageBodyWriter<TckText> {
    @Override
    public boolean isWriteable(
        Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
      return type == TckText.class;
    }

    @Override
    public void writeTo(
        TckText entity,
        Class<?> type,
        Type genericType,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, Object> headers,
        OutputStream out)
        throws IOException {
      Span span = TckProbe.start("writer");
      try {
        if (entity.text.equals(WRITER_THROWS)) {
          throw new IllegalStateException("thrown by the writer");
        }
        out.write(entity.text.getBytes(UTF_8));
      } finally {
        span.end();
      }
    }
  }

  /** Has the interceptor of the application's around the writing of a method's entity. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Intercepted {}

  /** Only where it is asked for: runtimes go other ways when there is any interceptor. */
  @Provider
  @Intercepted
  public static class Interceptor implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext response) throws IOException {
      // Not until it has proceeded: some runtimes have sent the last byte by then.
      TckProbe.in("interceptor");
      if (new TckText(INTERCEPTOR_THROWS).equals(response.getEntity())) {
        throw new IllegalStateException("thrown by the interceptor");
      }
      response.proceed();
    }
  }
}
