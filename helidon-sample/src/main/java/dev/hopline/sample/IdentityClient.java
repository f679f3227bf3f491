// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service that knows the users. */
@RegisterRestClient(configKey = "identity")
@RegisterProvider(CallFailure.class)
@Produces(MediaType.TEXT_PLAIN)
public interface IdentityClient {
  @GET
  @Path("/users/{id}")
  String ask(@PathParam("id") String id, @BeanParam Drill drill);
}
