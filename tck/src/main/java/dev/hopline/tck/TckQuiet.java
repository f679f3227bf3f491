// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Resources that say by {@code @Traced} what becomes of the SERVER spans of their requests. */
public final class TckQuiet {
  private TckQuiet() {}

  /** Opts out for its implementations in vain, as annotations of interfaces do in CDI. */
  public interface Opted {
    /** A span. */
    @GET
    @Path("declared")
    @Traced(false)
    String declared();
  }

  /** What subclasses inherit. */
  @Produces(MediaType.TEXT_PLAIN)
  public static class Base {
    /** No span, unless a subclass overrides it. */
    @GET
    @Path("inherited")
    @Traced(false)
    public String inherited() {
      return "quiet";
    }

    /** The same. */
    @GET
    @Path("overridden")
    @Traced(false)
    public String overridden() {
      return "quiet";
    }
  }

  /** Methods that opt out one by one. */
  @Path("tck/quiet/methods")
  @Produces(MediaType.TEXT_PLAIN)
  public static class Methods extends Base implements Opted {
    /** No span. */
    @GET
    @Path("own")
    @Traced(false)
    public String own() {
      return "quiet";
    }

    @Override
    public String overridden() {
      return "loud";
    }

    @Override
    public String declared() {
      return "loud";
    }

    /** A span that is named so. */
    @GET
    @Path("named")
    @Traced(operationName = "read the named one")
    public String named() {
      return "loud";
    }

    /** No span of what it leads to. */
    @Path("shelf")
    public Shelf shelf() {
      return new Shelf();
    }
  }

  /** A class that opts out as a whole. */
  @Path("tck/quiet/class")
  @Produces(MediaType.TEXT_PLAIN)
  @Traced(false)
  public static class Whole {
    /** No span. */
    @GET
    public String whole() {
      return "quiet";
    }

    /** A span. */
    @GET
    @Path("but")
    @Traced
    public String but() {
      return "loud";
    }
  }

  /** A class that inherits it. */
  @Path("tck/quiet/subclass")
  public static class Subclass extends Whole {}

  /** A sub-resource. */
  @Traced(false)
  public static class Shelf {
    /** No span. */
    @GET
    public String book() {
      return "quiet";
    }
  }
}
