// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls on, by MicroProfile REST clients; of use where the runtime has any. */
@Path("tck/rest")
public class TckRestClientResource {
  /** The answer of a call that a filter has ended. */
  static final String ENDED = "ended by a filter";

  /** The item 42, with a span. */
  @GET
  @Path("item")
  public String item(@QueryParam("base") URI base) {
    return client(base, TckRestClient.class, "plain").item("42");
  }

  /**
   * The headers that arrive without a span in between.
   *
   * @param manner see {@link TckCallFilter}
   */
  @GET
  @Path("untraced-method")
  public String untracedMethod(
      @QueryParam("base") URI base, @QueryParam("manner") @DefaultValue("plain") String manner) {
    TckRestClient client = client(base, TckRestClient.class, manner);
    return answered(client::untracedHeaders);
  }

  /** The same by an interface that opts out as a whole. */
  @GET
  @Path("untraced-interface")
  public String untracedInterface(
      @QueryParam("base") URI base, @QueryParam("manner") @DefaultValue("plain") String manner) {
    TckRestClient.Untraced client = client(base, TckRestClient.Untraced.class, manner);
    return answered(client::headers);
  }

  private static String answered(Supplier<String> call) {
    try {
      return call.get();
    } catch (RuntimeException ended) {
      return ENDED;
    }
  }

  private static <T> T client(URI base, Class<T> type, String manner) {
    return RestClientBuilder.newBuilder()
        .baseUri(base)
        .register(new TckCallFilter.Before(manner))
        .build(type);
  }
}
