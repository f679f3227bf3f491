// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Resources whose annotations are elsewhere; each method answers 200. */
public final class TckInherited {
  private TckInherited() {}

  /** Has all annotations of the methods. */
  public interface Contract {
    /** Of a name that another method has, too. */
    @GET
    @Path("by-name/{name}")
    String find(@PathParam("name") String name);

    /** Of a name that another method has, too. */
    @GET
    @Path("by-number/{number: \\d+}")
    String find(@PathParam("number") int number);

    /** Has its body here, too. */
    @GET
    @Path("default/{id}")
    default String inherited() {
      return "ok";
    }
  }

  /** Without any annotation on a method. */
  @Path("tck/routes/interface")
  public static class FromInterface implements Contract {
    @Override
    public String find(String name) {
      return name;
    }

    @Override
    public String find(int number) {
      return "" + number;
    }
  }

  /** Has the annotations of the methods. */
  public abstract static class Base {
    /** Without a body. */
    @GET
    @Path("abstract/{id}")
    public abstract String get();

    /** With a body that is not the last word. */
    @GET
    @Path("overridden/{id}")
    public String overridden() {
      return "not this one";
    }
  }

  /** Without any annotation on a method. */
  @Path("tck/routes/superclass")
  public static class FromSuperclass extends Base {
    @Override
    public String get() {
      return "ok";
    }

    @Override
    public String overridden() {
      return "ok";
    }
  }

  /** What resources of any type have in common. */
  public abstract static class Crud<T> {
    /** One. */
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
      return id;
    }

    /** A parameter of the type that only a subclass knows. */
    @POST
    @Path("{id}/copies")
    public String copy(T original) {
      return "" + original;
    }
  }

  /** One type. */
  @Path("tck/routes/users")
  public static class Users extends Crud<String> {}

  /** Another, and a method overridden with its type. */
  @Path("tck/routes/orders")
  public static class Orders extends Crud<String> {
    @Override
    public String copy(String original) {
      return original;
    }
  }
}
