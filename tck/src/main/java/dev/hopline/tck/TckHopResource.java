// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;

/** Calls on, as often as it is told to, and so shows what it sends along. */
@Path("tck/hop")
public class TckHopResource {
  private static final int MINUTE_MILLIS = 60_000;

  /**
   * Makes GETs, one after the other.
   *
   * @param header a header that the application sets itself, as {@code name:value}
   * @return 200 with the body of the last response
   */
  @GET
  public String call(
      @QueryParam("url") URI url,
      @QueryParam("times") @DefaultValue("1") int times,
      @QueryParam("header") List<String> header)
      throws ClassNotFoundException {
    MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    header.forEach(h -> headers.add(h.split(":", 2)[0], h.split(":", 2)[1]));
    Client client = TckClientResource.client(MINUTE_MILLIS);
    try {
      String answer = "";
      for (int i = 0; i < times; i++) {
        Invocation.Builder request = client.target(url).request();
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        answer = request.get(String.class);
      }
      return answer;
    } finally {
      client.close();
    }
  }
}
