// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls on, by MicroProfile REST clients; of use where the runtime has any. */
@Path("tck/rest")
public class TckRestClientResource {
  /** The item 42, with a span. */
  @GET
  @Path("item")
  public String item(@QueryParam("base") URI base) {
    return client(base, TckRestClient.class).item("42");
  }

  /** The headers that arrive without a span in between. */
  @GET
  @Path("untraced-method")
  public String untracedMethod(@QueryParam("base") URI base) {
    return client(base, TckRestClient.class).untracedHeaders();
  }

  /** The same by an interface that opts out as a whole. */
  @GET
  @Path("untraced-interface")
  public String untracedInterface(@QueryParam("base") URI base) {
    return client(base, TckRestClient.Untraced.class).headers();
  }

  private static <T> T client(URI base, Class<T> type) {
    return RestClientBuilder.newBuilder().baseUri(base).build(type);
  }
}
