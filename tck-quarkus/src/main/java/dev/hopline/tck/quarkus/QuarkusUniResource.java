// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.quarkus;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/**
 * What on Quarkus alone a method can return, and where on Quarkus alone it can run. The bodies are
 * the spans that are current in the method and, after a comma, in what goes on after it.
 */
@Path("tck/quarkus")
@Produces(MediaType.TEXT_PLAIN)
public class QuarkusUniResource {
  /** How much later a Uni is done. */
  public static final Duration DELAY = Duration.ofMillis(30);

  /** 200, on an event loop at first and on a worker later. */
  @GET
  @Path("uni")
  public Uni<String> uni() {
    return later(currentSpan()).map(QuarkusUniResource::andCurrent);
  }

  /** 200, on a worker from the start. */
  @GET
  @Path("uni/blocking")
  @Blocking
  public Uni<String> uniOfWorker() {
    return uni();
  }

  /** 200, emitted by the worker pool. */
  @GET
  @Path("uni/worker")
  public Uni<String> uniOnWorker() {
    return Uni.createFrom()
        .item(currentSpan())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(QuarkusUniResource::andCurrent);
  }

  /** 204. */
  @GET
  @Path("uni/null")
  public Uni<String> uniOfNothing() {
    return later("").map(any -> null);
  }

  /** 500, an error, with the exception recorded once. */
  @GET
  @Path("uni/throws")
  public Uni<String> uniThatFails() {
    return later("").map(any -> fail("in the Uni"));
  }

  /** 500, an error, with the exception recorded once: there is no Uni. */
  @GET
  @Path("uni/method-throws")
  public Uni<String> uniOfMethodThatThrows() {
    return Uni.createFrom().item(fail("by the method"));
  }

  /** Never done: it ends when the client goes away. */
  @GET
  @Path("uni/never")
  public Uni<String> uniThatIsNeverDone() {
    return Uni.createFrom().nothing();
  }

  /** 200, with a span of the method's own. */
  @GET
  @Path("uni/spanned")
  @WithSpan
  public Uni<String> uniWithSpan() {
    return uni();
  }

  /** 200, on an event loop. */
  @GET
  @Path("non-blocking")
  @NonBlocking
  public String nonBlocking() {
    return onThread();
  }

  private static Uni<String> later(String item) {
    return Uni.createFrom().item(item).onItem().delayIt().by(DELAY);
  }

  private static String andCurrent(String before) {
    return before + ',' + currentSpan();
  }

  static String onThread() {
    return currentSpan() + ',' + Thread.currentThread();
  }

  /** As the contracts write it. */
  static String currentSpan() {
    SpanContext current = Span.current().getSpanContext();
    return current.getTraceId() + "-" + current.getSpanId();
  }

  static String fail(String where) {
    throw new IllegalStateException("thrown " + where);
  }
}
