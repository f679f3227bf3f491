// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Tells which requests have reached the application: those who went away before the answer have
 * seen none, and the application may be in another process.
 */
@Path("tck/arrivals")
@Produces(MediaType.TEXT_PLAIN)
public class TckArrivals {
  /** A request that has it is to be told of, by its value. */
  static final String HEADER = "tck-arrives";

  private static final Queue<String> ARRIVED = new ConcurrentLinkedQueue<>();

  /** Called by the first filter there is. */
  static void note(ContainerRequestContext request) {
    String id = request.getHeaderString(HEADER);
    if (id != null) {
      ARRIVED.add(id);
    }
  }

  /** 200, a line for each request that has come in since somebody asked. */
  @GET
  public String take() {
    StringBuilder lines = new StringBuilder();
    for (String id = ARRIVED.poll(); id != null; id = ARRIVED.poll()) {
      lines.append(id).append('\n');
    }
    return lines.toString();
  }
}
