// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.quarkus;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.logging.Logger;

/** Methods that log on the threads of Quarkus. The bodies are the spans that are current there. */
@Path("tck/quarkus/log")
@Produces(MediaType.TEXT_PLAIN)
public class QuarkusLogResource {
  private static final Logger LOGGER = Logger.getLogger("tck.log");

  /** Logs the message, and gives back the current span. */
  static String log(String message) {
    LOGGER.info(message);
    return QuarkusUniResource.currentSpan();
  }

  /** One line, on an event loop. */
  @GET
  @Path("event-loop")
  @NonBlocking
  public String eventLoop() {
    return log("on the event loop");
  }

  /** One line, on a worker. */
  @GET
  @Path("worker")
  @Blocking
  public String worker() {
    return log("on the worker");
  }

  /** A line on an event loop, one on a worker, and one on whatever thread the delay ends. */
  @GET
  @Path("uni")
  public Uni<String> uni() {
    return Uni.createFrom()
        .item(() -> log("first of the Uni"))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(() -> log("second of the Uni"))
        .onItem()
        .delayIt()
        .by(QuarkusUniResource.DELAY)
        .invoke(() -> log("third of the Uni"));
  }

  /** One line, on a thread that knows of no request. */
  @GET
  @Path("elsewhere")
  @Blocking
  public String elsewhere() throws InterruptedException {
    Thread thread = new Thread(() -> log("elsewhere"), "elsewhere");
    thread.start();
    thread.join();
    return QuarkusUniResource.currentSpan();
  }
}
