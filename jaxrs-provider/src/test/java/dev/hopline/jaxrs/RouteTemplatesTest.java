// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.jaxrs.exchange.RouteTemplate;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;

class RouteTemplatesTest {
  private final List<String> searches = new ArrayList<>();
  private final BiFunction<List<Class<?>>, Method, List<RouteTemplate>> search =
      (way, method) -> {
        searches.add(method.getName());
        return LocatorPaths.of(way, method);
      };
  private final RouteTemplates templates = new RouteTemplates(search);

  @Test
  void secondHit_searchesNoMoreWhateverTheRequestHolds() throws NoSuchMethodException {
    for (int i = 0; i < 1000; i++) {
      assertThat(templates.of(Matched.of(Root.class, "item"), uri("root/items/" + i, new Root())))
          .hasToString("root/items/{id}");
      assertThat(
              templates.of(
                  Matched.of(Sub.class, "leaf"), uri("root/" + i + "/leaf", new Root(), new Sub())))
          .hasToString("root/{sub}/leaf");
    }

    assertThat(searches).containsExactly("item", "leaf");
  }

  @Test
  void wayOverTooManyLocators_hasNoRouteAndLeavesNothing() throws NoSuchMethodException {
    Object[] way = {new Root(), new Sub(), new Sub(), new Sub(), new Sub(), new Sub(), new Sub()};

    for (int i = 0; i < 10; i++) {
      assertThat(templates.of(Matched.of(Sub.class, "leaf"), uri("root/x", way))).isNull();
    }

    assertThat(searches).isEmpty();
  }

  @Test
  void nothingMatched_hasNoRoute() {
    assertThat(templates.of(null, uri("root"))).isNull();
    assertThat(templates.of(new Matched(null, null), uri("root"))).isNull();
  }

  private static ResteasyUriInfo uri(String path, Object... way) {
    ResteasyUriInfo uri = new ResteasyUriInfo("http://localhost/api/" + path, "/api");
    for (Object resource : way) {
      uri.pushCurrentResource(resource);
    }
    return uri;
  }

  private record Matched(Class<?> getResourceClass, Method getResourceMethod)
      implements ResourceInfo {
    static Matched of(Class<?> type, String method) throws NoSuchMethodException {
      return new Matched(type, type.getMethod(method));
    }
  }

  @Path("root")
  public static class Root {
    @GET
    @Path("items/{id}")
    public String item() {
      return "";
    }

    @Path("{sub}")
    public Sub sub() {
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
}
