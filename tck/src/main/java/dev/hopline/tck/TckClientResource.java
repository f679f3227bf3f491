// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls on, by the runtime's own Jakarta REST client. */
@Path("tck/call")
public class TckClientResource {
  /**
   * Names a feature to register with each client: only for runtimes whose plain client finds no
   * feature by itself, such as Quarkus'.
   */
  public static final String FEATURE_PROPERTY = "tck.client.feature";

  /** The response header with the HTTP status of the call, or 0 if there was no response. */
  static final String CALLED_STATUS = "called-status";

  /** The response header with the span that is current after the call, see {@link TckResource}. */
  static final String CURRENT_SPAN = "current-span";

  private static final int MINUTE_MILLIS = 60_000;

  /**
   * Makes a GET. However it ends, it is one CLIENT span, a child of this request's SERVER span,
   * which is still current afterwards.
   *
   * @param mode {@code sync}, {@code async} for a future, {@code callback}, {@code rx} for a stage
   * @param timeout how many milliseconds to wait for a response
   * @return 200 with the body of the response, or the class name of the exception
   */
  @GET
  public Response call(
      @QueryParam("url") URI url,
      @QueryParam("mode") @DefaultValue("sync") String mode,
      @QueryParam("timeout") @DefaultValue("" + MINUTE_MILLIS) int timeout)
      throws ClassNotFoundException, InterruptedException, TimeoutException {
    Client client = client(timeout);
    try {
      Response called = call(client.target(url).request(), mode);
      return answer(called.getStatus(), called.readEntity(String.class));
    } catch (ProcessingException | ExecutionException | CompletionException e) {
      return answer(0, e.getClass().getName());
    } finally {
      client.close();
    }
  }

  static Response call(Invocation.Builder request, String mode)
      throws ExecutionException, InterruptedException, TimeoutException {
    return switch (mode) {
      case "async" -> request.async().get().get(MINUTE_MILLIS, TimeUnit.MILLISECONDS);
      case "callback" -> {
        TckCallback.OfResponse callback = new TckCallback.OfResponse();
        var unused = request.async().get(callback);
        yield callback.get(MINUTE_MILLIS, TimeUnit.MILLISECONDS);
      }
      case "rx" ->
          request.rx().get().toCompletableFuture().get(MINUTE_MILLIS, TimeUnit.MILLISECONDS);
      default -> request.get();
    };
  }

  static Client client(int timeout) throws ClassNotFoundException {
    return traced(ClientBuilder.newBuilder()).readTimeout(timeout, TimeUnit.MILLISECONDS).build();
  }

  /** With the feature, where the runtime finds none by itself. */
  static ClientBuilder traced(ClientBuilder builder) throws ClassNotFoundException {
    String feature = System.getProperty(FEATURE_PROPERTY);
    if (feature != null) {
      builder.register(
          Class.forName(feature, true, Thread.currentThread().getContextClassLoader()));
    }
    return builder;
  }

  private static Response answer(int calledStatus, String body) {
    return Response.ok(body)
        .header(CALLED_STATUS, calledStatus)
        .header(CURRENT_SPAN, TckResource.currentSpan())
        .build();
  }
}
