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
    assertThat(routes("own", Root.class)).containsExactly("root/own/{id}");
  }

  @Test
  void subResource_isFoundOverEachOfItsLocators() {
    assertThat(routes("leaf", Root.class, Sub.class))
        .containsExactlyInAnyOrder("root/one/{a}/leaf", "root/two/leaf");
  }

  @Test
  void locatorOfObjectOrClass_goesOnWithTheMatchedType() {
    assertThat(routes("leaf", Dynamic.class, Sub.class))
        .containsExactlyInAnyOrder("dyn/object/leaf", "dyn/class/leaf");
  }

  @Test
  void nestedLocators_areJoined() {
    assertThat(routes("leaf", Outer.class, Root.class, Sub.class))
        .containsExactlyInAnyOrder("outer/in/one/{a}/leaf", "outer/in/two/leaf");
  }

  @Test
  void annotationsOfInterface_count() {
    assertThat(routes("find", Implementation.class)).containsExactly("contract/{id}");
  }

  @Test
  void methodOfGenericBase_isUnderTheConcreteClass() {
    assertThat(routes("byId", Users.class)).containsExactly("users/{id}");
  }

  @Test
  void locatorThatLeadsBackToItself_isTakenAsOftenAsItWas() {
    assertThat(routes("leaf", Tree.class)).containsExactly("tree/leaf");
    assertThat(routes("leaf", Tree.class, Tree.class, Tree.class))
        .containsExactly("tree/child/child/leaf");
  }

  @Test
  void overloadOfInterface_isFoundByItsParameters() throws NoSuchMethodException {
    assertThat(
            List.of(
                Implementation.class.getMethod("of", int.class),
                Implementation.class.getMethod("of", String.class)))
        .extracting(method -> LocatorPaths.of(List.of(Implementation.class), method).toString())
        .containsExactly("[contract/number]", "[contract/name]");
  }

  @Test
  void classWithoutPath_hasNoRoute() {
    assertThat(routes("leaf", Sub.class)).isEmpty();
  }

  private static List<String> routes(String name, Class<?>... way) {
    Method method =
        Arrays.stream(way[way.length - 1].getMethods())
            .filter(m -> m.getName().equals(name) && !m.isBridge())
            .findFirst()
            .orElseThrow();
    return LocatorPaths.of(List.of(way), method).stream().map(RouteTemplate::toString).toList();
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

    @GET
    @Path("name")
    String of(String name);

    @GET
    @Path("number")
    String of(int number);
  }

  public static class Implementation implements Contract {
    @Override
    public String find() {
      return "";
    }

    @Override
    public String of(String name) {
      return "";
    }

    @Override
    public String of(int number) {
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
