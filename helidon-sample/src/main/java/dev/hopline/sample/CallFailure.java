// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** What the next service does not know is the caller's 404, too; any other failure is its 502. */
public class CallFailure implements ResponseExceptionMapper<WebApplicationException> {
  @Override
  public WebApplicationException toThrowable(Response response) {
    if (response.getStatus() == Status.NOT_FOUND.getStatusCode()) {
      return new NotFoundException();
    }
    return new ServerErrorException(
        "the next service answered " + response.getStatus(), Status.BAD_GATEWAY);
  }
}
