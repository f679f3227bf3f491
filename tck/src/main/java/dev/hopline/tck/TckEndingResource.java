// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The less usual ways in which a method may be answered at once. */
@Path("tck/ending")
@Produces(MediaType.TEXT_PLAIN)
public class TckEndingResource {
  /** 200 if all parameters can be converted, else 404, and 400 for the header. */
  @GET
  @Path("numbers/{n}")
  public int number(
      @PathParam("n") int n,
      @QueryParam("q") @DefaultValue("0") int q,
      @HeaderParam("h") @DefaultValue("0") int h) {
    TckProbe.in("method");
    return n + q + h;
  }

  /** 401, or 200 with an authorization. */
  @GET
  @Path("secured")
  @TckGuard.Secured
  public String secured() {
    TckProbe.in("method");
    return "ok";
  }

  /** 200, or 500 if writing the text throws. */
  @GET
  @Path("text/{text}")
  public TckText text(@PathParam("text") String text) {
    TckProbe.in("method");
    return new TckText(text);
  }

  /** The same with an interceptor. */
  @GET
  @Path("intercepted/{text}")
  @TckText.Intercepted
  public TckText intercepted(@PathParam("text") String text) {
    TckProbe.in("method");
    return new TckText(text);
  }

  /** 500, an error: there is no writer for it. */
  @GET
  @Path("unwritable")
  @Produces("image/png")
  public TckException unwritable() {
    TckProbe.in("method");
    return new TckException(0);
  }

  /** 500, an error, with the exception recorded once: nobody maps it. */
  @GET
  @Path("checked")
  public String failChecked() throws IOException {
    TckProbe.in("method");
    throw new IOException("thrown by the resource");
  }

  /** The status asked for; an error from 500 on, with the exception recorded once. */
  @GET
  @Path("cause/{status}")
  public String cause(@PathParam("status") int status) {
    TckProbe.in("method");
    throw new WebApplicationException(new IllegalArgumentException("the cause"), status);
  }

  /** The same with an entity. */
  @GET
  @Path("entity/{status}")
  public String entity(@PathParam("status") int status) {
    TckProbe.in("method");
    throw new WebApplicationException(Response.status(status).entity("why").build());
  }

  /** The status asked for, without an exception. */
  @GET
  @Path("returned/{status}")
  public Response returned(@PathParam("status") int status) {
    TckProbe.in("method");
    return Response.status(status).entity("returned").build();
  }

  /** A sub-resource; nothing for {@code null}; an exception for {@code throws}. */
  @Path("located/{name}")
  public @Nullable Located locate(@PathParam("name") String name) {
    TckProbe.in("locator");
    return switch (name) {
      case "null" -> null;
      case "throws" -> throw new IllegalStateException("thrown by the locator");
      default -> new Located();
    };
  }

  /** A sub-resource. */
  public static class Located {
    /** 200. */
    @GET
    public String ok() {
      TckProbe.in("method");
      return "ok";
    }

    /** 500, an error, with the exception recorded once: nobody maps it. */
    @GET
    @Path("throws")
    public String fail() {
      TckProbe.in("method");
      throw new IllegalStateException("thrown by the sub-resource");
    }
  }
}
