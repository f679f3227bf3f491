// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Maps {@link TckException} to its HTTP status. */
@Provider
public class TckExceptionMapper implements ExceptionMapper<TckException> {
  @Override
  public Response toResponse(TckException exception) {
    return Response.status(exception.httpStatus()).entity("mapped").build();
  }
}
