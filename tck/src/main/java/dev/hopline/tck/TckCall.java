// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A call that the application makes, and the manner in which it is to end: {@code plain}, {@code
 * times-out}, {@code follows}, {@code twice}, {@code unreadable}, {@code unclosed}, {@code
 * cancelled}, {@code abandoned} (cancelled at once), {@code interrupted}, {@code closed}, or as
 * {@link TckCallFilter} says.
 *
 * @param client is closed midway if that is the manner, else after the call
 */
record TckCall(URI url, String manner, AutoCloseable client) {
  private static final int PATIENT_MILLIS = 20_000;
  private static final int HASTY_MILLIS = 300;
  private static final Set<String> STAYS =
      Set.of("cancelled", "abandoned", "interrupted", "closed");

  /** What no reader is for. */
  public record Unreadable() {}

  /** How long a client waits, in milliseconds. */
  static int patience(String manner) {
    return manner.equals("times-out") ? HASTY_MILLIS : PATIENT_MILLIS;
  }

  static Client client(String manner) throws ReflectiveOperationException {
    int millis = patience(manner);
    ClientBuilder builder =
        ClientBuilder.newBuilder()
            .connectTimeout(millis, TimeUnit.MILLISECONDS)
            .readTimeout(millis, TimeUnit.MILLISECONDS)
            .register(new TckCallFilter.Before(manner));
    follow(builder, manner.equals("follows"));
    String feature = System.getProperty(TckClientResource.FEATURE_PROPERTY);
    if (feature != null) {
      builder.register(
          Class.forName(feature, true, Thread.currentThread().getContextClassLoader()));
    }
    return builder.register(new TckCallFilter.After(manner)).build();
  }

  /** Jakarta REST has no common way to say it. */
  private static void follow(ClientBuilder builder, boolean follows)
      throws ReflectiveOperationException {
    builder.property("jersey.config.client.followRedirects", follows);
    builder.property("io.quarkus.rest.client.follow-redirects", follows);
    builder.property("http.autoredirect", follows);
    for (String setter : List.of("setFollowRedirects", "followRedirects")) {
      try {
        builder.getClass().getMethod(setter, boolean.class).invoke(builder, follows);
      } catch (NoSuchMethodException | InvocationTargetException otherRuntime) {
        // By its property.
      }
    }
  }

  /** By the Jakarta REST client. */
  Response make(Client client, String mode) throws Exception {
    Invocation.Builder request = client.target(url).request();
    Invocation invocation = request.buildGet();
    if (manner.equals("twice")) {
      invocation.invoke().close();
    }
    return switch (mode) {
      case "async" ->
          make(() -> await(invocation.submit()), () -> await(invocation.submit(Unreadable.class)));
      case "callback" ->
          make(
              () -> await(callback(invocation, new TckCallback.OfResponse())),
              () -> await(callback(invocation, new TckCallback.OfUnreadable())));
      case "rx" ->
          make(
              () -> await(request.rx().get().toCompletableFuture()),
              () -> await(request.rx().get(Unreadable.class).toCompletableFuture()));
      default -> make(invocation::invoke, () -> invocation.invoke(Unreadable.class));
    };
  }

  /**
   * Makes one of the two calls, as the manner is.
   *
   * @param call gives the response
   * @param unreadable fails, as there is no reader
   */
  Response make(Callable<Response> call, Callable<Unreadable> unreadable) throws Exception {
    switch (manner) {
      case "unreadable" -> throw new IllegalStateException("read " + unreadable.call());
      case "interrupted", "closed" -> disturb();
      default -> {}
    }
    return call.call();
  }

  private static <T> Future<T> callback(Invocation invocation, TckCallback<T> callback) {
    var unused = invocation.submit(callback);
    return callback;
  }

  /**
   * Makes the call as it says, and closes the client.
   *
   * @return 200 with the body of the response, or the class names of the exception and its causes
   */
  Response answer(Callable<Response> call) throws Exception {
    try {
      return answer(call.call());
    } catch (Exception failed) {
      return failure(failed);
    } finally {
      // What the caller does not wait for may go on, and some clients cannot be closed twice.
      if (!STAYS.contains(manner)) {
        client.close();
      }
    }
  }

  /** Waits for the response, or for the request to have arrived if it is to be cancelled then. */
  <T> T await(Future<T> future) throws Exception {
    if (manner.equals("cancelled")) {
      ask("arrived");
      future.cancel(true);
      ask("release");
    } else if (manner.equals("abandoned")) {
      future.cancel(true);
    }
    return future.get(PATIENT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Interrupts the caller or closes the client when the request has arrived. */
  private void disturb() {
    Thread caller = Thread.currentThread();
    new Thread(
            () -> {
              try {
                ask("arrived");
                if (manner.equals("closed")) {
                  client.close();
                } else {
                  awaitWaiting(caller);
                  caller.interrupt();
                }
                ask("release");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            },
            "disturbance")
        .start();
  }

  /** The request may be there before its caller has come to wait for the response. */
  private static void awaitWaiting(Thread caller) {
    while (caller.isAlive() && !isWaiting(caller)) {
      Thread.onSpinWait();
    }
  }

  private static boolean isWaiting(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      // As which those count that wait for bytes.
      case RUNNABLE ->
          Stream.of(thread.getStackTrace())
              .limit(1)
              .anyMatch(frame -> frame.getMethodName().equals("poll"));
      default -> false;
    };
  }

  /** Not by a client that is traced. */
  private void ask(String action) throws IOException {
    url.resolve(url.getPath().replace("stall", action)).toURL().openStream().close();
  }

  private static Response answer(Response called) {
    String body = called.getStatus() == 418 ? "aborted" : "answered";
    return answer(called.getStatus(), body);
  }

  /** MicroProfile REST clients throw a response whose status is an error. */
  private static Response failure(Exception failed) {
    StringBuilder causes = new StringBuilder();
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof WebApplicationException thrown) {
        return answer(thrown.getResponse());
      }
      causes.append(cause.getClass().getName()).append(' ');
    }
    return answer(0, causes.toString());
  }

  private static Response answer(int calledStatus, String body) {
    // A caller that was interrupted has come back, with the flag or with an exception.
    boolean unused = Thread.interrupted();
    return Response.ok(body)
        .header(TckClientResource.CALLED_STATUS, calledStatus)
        .header(TckClientResource.CURRENT_SPAN, TckResource.currentSpan())
        .build();
  }
}
