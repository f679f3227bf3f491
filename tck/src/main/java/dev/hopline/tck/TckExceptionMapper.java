// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Maps {@link TckException} to its HTTP status; with status 0 it throws an exception instead. */
@Provider
public class TckExceptionMapper implements ExceptionMapper<TckException> {
  @Override
  public Response toResponse(TckException exception) {
    TckProbe.in("mapper");
    if (exception.httpStatus() == 0) {
      throw new IllegalStateException("thrown by the mapper");
    }
    return Response.status(exception.httpStatus()).entity("mapped").build();
  }
}
