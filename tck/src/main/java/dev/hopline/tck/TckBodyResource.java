// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.locks.LockSupport;

/**
 * Bodies that take their time. The SERVER span is current while they are written and lasts until
 * their last byte is.
 */
@Path("tck/body")
@Produces(MediaType.TEXT_PLAIN)
public class TckBodyResource {
  /** How long the large bodies are: more than all buffers on the way. */
  static final int LARGE_BYTES = 32 << 20;

  private static final int CHUNK_BYTES = 64 << 10;
  // Written as long as anybody reads: ends by itself when no runtime tells that nobody does.
  private static final int ENDLESS_CHUNKS = 8_000;

  /** 200. */
  @GET
  @Path("stream")
  public StreamingOutput stream() {
    TckProbe.in("method");
    return out -> {
      Span span = TckProbe.start("stream");
      out.write('o');
      out.flush();
      LockSupport.parkNanos(TckLaterResource.DELAY.toNanos());
      out.write('k');
      out.flush();
      span.end();
    };
  }

  /** The same with an interceptor. */
  @GET
  @Path("stream/intercepted")
  @TckText.Intercepted
  public StreamingOutput intercepted() {
    return stream();
  }

  /** 500, an error, with the exception recorded once: nothing is written yet. */
  @GET
  @Path("stream/throws")
  public StreamingOutput streamFail() {
    TckProbe.in("method");
    return out -> {
      TckProbe.in("stream");
      throw new IllegalStateException("thrown before the first byte");
    };
  }

  /** The same with an interceptor. */
  @GET
  @Path("stream/throws/intercepted")
  @TckText.Intercepted
  public StreamingOutput interceptedFail() {
    return streamFail();
  }

  /** An error with the exception recorded once, though the response began as 200. */
  @GET
  @Path("stream/breaks")
  public StreamingOutput streamBreaks() {
    TckProbe.in("method");
    return out -> {
      // More than runtimes keep back until they have to send it.
      out.write(new byte[CHUNK_BYTES]);
      out.flush();
      TckProbe.in("stream");
      throw new IllegalStateException("thrown after the first byte");
    };
  }

  /** 200, many bytes at once. */
  @GET
  @Path("large")
  public byte[] large() {
    TckProbe.in("method");
    return new byte[LARGE_BYTES];
  }

  /** 200, as many bytes one after the other. */
  @GET
  @Path("large/stream")
  public StreamingOutput largeStream() {
    TckProbe.in("method");
    return out -> {
      Span span = TckProbe.start("stream");
      byte[] chunk = new byte[CHUNK_BYTES];
      for (int written = 0; written < LARGE_BYTES; written += chunk.length) {
        out.write(chunk);
      }
      span.end();
    };
  }

  /** 200, and it goes on for as long as anybody reads. */
  @GET
  @Path("endless")
  public StreamingOutput endless() {
    TckProbe.in("method");
    return out -> {
      Span span = TckProbe.start("stream");
      try {
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int i = 0; i < ENDLESS_CHUNKS; i++) {
          out.write(chunk);
          out.flush();
        }
      } finally {
        span.end();
      }
    };
  }

  /** The span that is current while the body is written. */
  @GET
  @Path("current")
  public StreamingOutput current() {
    return out -> out.write(TckResource.currentSpan().getBytes(UTF_8));
  }
}
