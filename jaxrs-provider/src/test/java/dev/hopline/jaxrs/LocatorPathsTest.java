// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.jaxrs.exchange.RouteTemplate;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocatorPathsTest {
  @Test
  void directMethod_hasClassAndMethodPath() {
    assertThat(routes(Root.class, Root.class, "own")).containsExactly("root/own/{id}");
  }

  @Test
  void subResource_isFoundOverEachOfItsLocators() {
    assertThat(routes(Root.class, Sub.class, "leaf"))
        .containsExactlyInAnyOrder("root/one/{a}/leaf", "root/two/leaf");
  }

  @Test
  void locatorOfObjectOrClass_goesOnWithTheMatchedType() {
    assertThat(routes(Dynamic.class, Sub.class, "leaf"))
        .containsExactlyInAnyOrder("dyn/object/leaf", "dyn/class/leaf");
  }

  @Test
  void nestedLocators_areJoined() {
    assertThat(routes(Outer.class, Sub.class, "leaf"))
        .containsExactlyInAnyOrder("outer/in/one/{a}/leaf", "outer/in/two/leaf");
  }

  @Test
  void annotationsOfInterface_count() {
    assertThat(routes(Implementation.class, Implementation.class, "find"))
        .containsExactly("contract/{id}");
  }

  @Test
  void methodOfGenericBase_isUnderTheConcreteClass() {
    assertThat(routes(Users.class, Users.class, "byId")).containsExactly("users/{id}");
  }

  @Test
  void locatorThatLeadsBackToItself_ends() {
    assertThat(routes(Tree.class, Tree.class, "leaf")).contains("tree/leaf", "tree/child/leaf");
  }

  @Test
  void classWithoutPath_hasNoRoute() {
    assertThat(routes(Sub.class, Sub.class, "leaf")).isEmpty();
  }

  private static List<String> routes(Class<?> root, Class<?> type, String name) {
    Method method =
        Arrays.stream(type.getMethods())
            .filter(m -> m.getName().equals(name) && !m.isBridge())
            .findFirst()
            .orElseThrow();
    return LocatorPaths.to(root, type, method).stream().map(RouteTemplate::toString).toList();
  }

  @Path("root")
  public static class Root {
    @GET
    @Path("own/{id: \\d+}")
    public String own() {
      return "";
    }

    @Path("one/{a}")
    public Sub one() {
      return new Sub();
    }

    @Path("two")
    public Sub two() {
      return new Sub();
    }
  }

  public static class Sub {
    @GET
    @Path("leaf")
    public String leaf() {
      return "";
    }
  }

  @Path("dyn")
  public static class Dynamic {
    @Path("object")
    public Object object() {
      return new Sub();
    }

    @Path("class")
    public Class<Sub> type() {
      return Sub.class;
    }
  }

  @Path("outer")
  public static class Outer {
    @Path("in")
    public Root in() {
      return new Root();
    }
  }

  @Path("contract")
  public interface Contract {
    @GET
    @Path("{id}")
    String find();
  }

  public static class Implementation implements Contract {
    @Override
    public String find() {
      return "";
    }
  }

  public abstract static class Crud<T> {
    @GET
    @Path("{id}")
    public T byId() {
      throw new UnsupportedOperationException();
    }
  }

  @Path("users")
  public static class Users extends Crud<String> {}

  @Path("tree")
  public static class Tree {
    @GET
    @Path("leaf")
    public String leaf() {
      return "";
    }

    @Path("child")
    public Tree child() {
      return this;
    }
  }
}
