// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Ways over sub-resource locators; each method at their ends answers 200. */
@Path("tck/routes/locators")
public class TckLocators {
  /** One way to a leaf. */
  @Path("one/{one}")
  public Leaf one() {
    return new Leaf();
  }

  /** Another way to a leaf, over a regular expression. */
  @Path("two/{two: \\d+}/")
  public Leaf two() {
    return new Leaf();
  }

  /** A way that goes on. */
  @Path("branches/{branch}")
  public Branch branch() {
    return new Branch();
  }

  /** What is returned is not declared. */
  @Path("object/{id}")
  public Object object() {
    return new Leaf();
  }

  /** What is returned is not declared, and goes on. */
  @Path("objects/{id}")
  public Object objects() {
    return new Branch();
  }

  /** The class, of which the runtime makes an instance. */
  @Path("class/{id}")
  public Class<Leaf> type() {
    return Leaf.class;
  }

  /** What is returned is an interface. */
  @Path("interface/{id}")
  public Named named() {
    return new Leaf();
  }

  /** A resource that is a root resource as well, the path of which does not count here. */
  @Path("tree")
  public Tree tree() {
    return new Tree();
  }

  /** Leads to leaves. */
  public static class Branch {
    /** The second locator of a way. */
    @Path("leaves/{leaf}")
    public Leaf leaf() {
      return new Leaf();
    }

    /** The end of a way over one. */
    @GET
    public String get() {
      return "ok";
    }
  }

  /** Has the annotations. */
  public interface Named {
    /** The end of a way. */
    @GET
    @Path("name")
    String name();
  }

  /** The end of each way. */
  public static class Leaf implements Named {
    /** The end of a way. */
    @GET
    public String get() {
      return "ok";
    }

    /** The end of a way. */
    @GET
    @Path("colors/{color}")
    public String color() {
      return "ok";
    }

    @Override
    public String name() {
      return "ok";
    }
  }

  /** Leads to its like. */
  @Path("tck/routes/tree")
  public static class Tree {
    /** As deep as the client likes. */
    @Path("children/{child}")
    public Tree child() {
      return this;
    }

    /** The end of a way. */
    @GET
    @Path("name")
    public String name() {
      return "ok";
    }
  }
}
