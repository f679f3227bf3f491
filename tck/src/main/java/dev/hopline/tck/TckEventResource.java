// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/**
 * Server-sent events. The SERVER span lasts until the last one is written, and is current in that
 * where it is in what sends the event.
 */
@Path("tck/body/events")
@Produces(MediaType.SERVER_SENT_EVENTS)
public class TckEventResource {
  private static final int EVENT_BYTES = 64 << 10;

  /** 200, two events, the second one by another thread. */
  @GET
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEventBuilder().data(new TckText("one")).build());
    TckLaterResource.later(
        () -> sink.send(sse.newEvent("two")).whenComplete((sent, error) -> sink.close()));
  }

  /** 200, no event: the server has nothing to say. */
  @GET
  @Path("none")
  public void none(@Context SseEventSink sink) {
    TckProbe.in("method");
    sink.close();
  }

  /** 200, one event, by another thread, to which the application carries its context. */
  @GET
  @Path("later")
  public void later(@Context SseEventSink sink, @Context Sse sse) {
    Runnable send =
        () ->
            sink.send(sse.newEventBuilder().data(new TckText("one")).build())
                .whenComplete((sent, error) -> sink.close());
    TckLaterResource.later(io.opentelemetry.context.Context.current().wrap(send));
  }

  /** 200, one event; the second one meets a closed sink. */
  @GET
  @Path("closed")
  public void closed(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEvent("one"));
    TckLaterResource.later(
        () -> {
          sink.close();
          try {
            sink.send(sse.newEvent("two"));
          } catch (IllegalStateException closed) {
            // As it must be; some fail the stage.
          }
        });
  }

  /** 200, one event, then an exception of which the runtime sees that the sink is closed. */
  @GET
  @Path("fails")
  public void fails(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEvent("one"));
    TckLaterResource.later(
        () -> {
          try (sink) {
            throw new IllegalStateException("thrown by the producer");
          } catch (IllegalStateException closed) {
            // Told to nobody.
          }
        });
  }

  /**
   * An error with the exception recorded once: the sink is still open when it leaves the method.
   */
  @GET
  @Path("throws")
  public void throwsException(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEvent("one"));
    throw new IllegalStateException("thrown after the first event");
  }

  /** The same, and the response is over by then. */
  @GET
  @Path("closes/throws")
  public void closesAndThrows(@Context SseEventSink sink, @Context Sse sse) {
    try (sink) {
      sink.send(sse.newEvent("one"));
      throw new IllegalStateException("thrown after the last event");
    }
  }

  /** 200: that the second event cannot be written is told to the application, which goes on. */
  @GET
  @Path("unwritable")
  public void unwritable(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEvent("one"));
    TckLaterResource.later(
        () -> {
          TckText text = new TckText(TckText.WRITER_THROWS);
          try (sink) {
            sink.send(sse.newEventBuilder().data(text).build()).toCompletableFuture().join();
          } catch (RuntimeException unwritable) {
            // Some throw it at once.
          }
        });
  }

  /** 200, as many bytes as the large bodies have, one event after the other. */
  @GET
  @Path("large")
  public void large(@Context SseEventSink sink, @Context Sse sse) {
    String data = "x".repeat(EVENT_BYTES);
    TckLaterResource.later(
        () -> {
          try (sink) {
            for (int sent = 0; sent < TckBodyResource.LARGE_BYTES; sent += EVENT_BYTES) {
              sink.send(sse.newEvent(data)).toCompletableFuture().join();
            }
          }
        });
  }
}
