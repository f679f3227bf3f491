// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Suspends its requests; they are resumed when the stack has let go of them. */
@Path("/later")
public class Later {
  private final Queue<AsyncResponse> suspended = new ConcurrentLinkedQueue<>();

  /** Suspends the request. */
  @GET
  @Path("/{id}")
  public void get(@PathParam("id") String id, @Suspended AsyncResponse response) {
    suspended.add(response);
  }

  /** Answers what is suspended, if anything is. */
  void resume() {
    AsyncResponse response = suspended.poll();
    if (response != null) {
      response.resume("later");
    }
  }
}
