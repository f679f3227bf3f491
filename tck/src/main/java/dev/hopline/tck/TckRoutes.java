// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;

/** The shapes that a resource can have, for {@link RouteContract}; each method answers 200. */
public final class TckRoutes {
  private TckRoutes() {}

  static Set<Class<?>> classes() {
    return Set.of(
        AtRoot.class,
        Plain.class,
        Slashes.class,
        Bare.class,
        Empty.class,
        OfTenant.class,
        Proxied.class,
        TckLocators.class,
        TckLocators.Tree.class,
        TckInherited.FromInterface.class,
        TckInherited.FromSuperclass.class,
        TckInherited.Users.class,
        TckInherited.Orders.class);
  }

  /** A class at the application's root. */
  @Path("/")
  public static class AtRoot {
    /** The route is the method's own path. */
    @GET
    @Path("tck-root/{id}")
    public String get() {
      return "ok";
    }
  }

  /** Paths of methods. */
  @Path("tck/routes/plain")
  public static class Plain {
    /** The same template for several methods. */
    @GET
    @Path("items/{id}")
    public String get(@PathParam("id") String id) {
      return id;
    }

    /** The same template for several methods. */
    @POST
    @Path("items/{id}")
    public String post() {
      return "ok";
    }

    /** The same template for several methods. */
    @DELETE
    @Path("items/{id}")
    public String delete() {
      return "ok";
    }

    /** Wins over the parameter. */
    @GET
    @Path("items/special")
    public String special() {
      return "ok";
    }

    /** Which object the route of this request is. */
    @GET
    @Path("objects/{id}")
    public int route() {
      return Span.current() instanceof ReadableSpan span
          ? System.identityHashCode(span.getAttribute(AttributeKey.stringKey("http.route")))
          : 0;
    }

    /** A regular expression. */
    @GET
    @Path("digits/{id: \\d+}")
    public String digits() {
      return "ok";
    }

    /** A regular expression with braces. */
    @GET
    @Path("years/{year: [0-9]{4}}")
    public String year() {
      return "ok";
    }

    /** A regular expression with a choice and a group. */
    @GET
    @Path("states/{state: (on|off)}")
    public String state() {
      return "ok";
    }

    /** A regular expression over several segments. */
    @GET
    @Path("files/{path: .+}")
    public String file() {
      return "ok";
    }

    /** Several parameters in a segment. */
    @GET
    @Path("ranges/{from}-{to}")
    public String range() {
      return "ok";
    }

    /** Several parameters with regular expressions in a segment. */
    @GET
    @Path("names/{name: [a-z]+}.{type: [a-z]+}")
    public String name() {
      return "ok";
    }

    /** A character that a path has to encode. */
    @GET
    @Path("two words/{id}")
    public String encoded() {
      return "ok";
    }

    /** Space around the name. */
    @GET
    @Path("spaces/{ id }")
    public String spaces() {
      return "ok";
    }
  }

  /** Slashes at all edges. */
  @Path("/tck/routes/slashes/")
  public static class Slashes {
    /** A slash at both edges. */
    @GET
    @Path("/leaf/")
    public String leaf() {
      return "ok";
    }

    /** A slash alone. */
    @GET
    @Path("/")
    public String slash() {
      return "ok";
    }
  }

  /** No slashes but within. */
  @Path("tck/routes/bare")
  public static class Bare {
    /** No path. */
    @GET
    public String none() {
      return "ok";
    }
  }

  /** As if there were no path. */
  @Path("tck/routes/empty")
  public static class Empty {
    /** An empty path. */
    @GET
    @Path("")
    public String empty() {
      return "ok";
    }
  }

  /** A parameter in the path of the class. */
  @Path("tck/routes/tenants/{tenant: [a-z]+}")
  public static class OfTenant {
    /** A second one in that of the method. */
    @GET
    @Path("users/{user}")
    public String user() {
      return "ok";
    }
  }

  /** A proxy where there is CDI; elsewhere the annotation is not even seen. */
  @ApplicationScoped
  @Path("tck/routes/proxied")
  public static class Proxied {
    /** Called by way of the proxy. */
    @GET
    @Path("{id}")
    public String get() {
      return "ok";
    }
  }
}
