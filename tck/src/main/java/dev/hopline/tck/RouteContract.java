// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The route of a request is the template that was matched, as it is written in the application,
 * from the server's root, with single slashes and without regular expressions: the same one
 * whatever the runtime makes of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RouteContract {
  private static final int DEEP = 40;
  private static final int REPEATED = 20;

  @RegisterExtension final TracedApplication app;

  /** A contract for a runtime that is not open. */
  protected RouteContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          parameter                           | GET    plain/items/42             | plain/items/{id}
          same template, POST                 | POST   plain/items/42             | plain/items/{id}
          same template, DELETE               | DELETE plain/items/42             | plain/items/{id}
          HEAD of a GET                       | HEAD   plain/items/42             | plain/items/{id}
          literal beside a parameter          | GET    plain/items/special        | plain/items/special
          encoded space                       | GET    plain/items/a%20b          | plain/items/{id}
          encoded letter                      | GET    plain/items/%C3%BC         | plain/items/{id}
          encoded brace                       | GET    plain/items/%7Bid%7D       | plain/items/{id}
          matrix parameter                    | GET    plain/items/42;a=1;b=2     | plain/items/{id}
          matrix parameter of a literal       | GET    plain;v=1/items;v=2/42     | plain/items/{id}
          slash at the end of the path        | GET    plain/items/42/            | plain/items/{id}
          query                               | GET    plain/items/42?x=/a/{b}    | plain/items/{id}
          regular expression                  | GET    plain/digits/42            | plain/digits/{id}
          regular expression with braces      | GET    plain/years/2026           | plain/years/{year}
          regular expression with a choice    | GET    plain/states/off           | plain/states/{state}
          regular expression over segments    | GET    plain/files/a/b/c          | plain/files/{path}
          two parameters in a segment         | GET    plain/ranges/1-2           | plain/ranges/{from}-{to}
          two regular expressions             | GET    plain/names/a.b            | plain/names/{name}.{type}
          template that has to be encoded     | GET    plain/two%20words/1        | plain/two words/{id}
          space in the braces                 | GET    plain/spaces/1             | plain/spaces/{id}
          doubled slashes                     | GET    slashes/leaf               | slashes/leaf
          slash for a method's path           | GET    slashes                    | slashes
          method without a path               | GET    bare                       | bare
          empty path                          | GET    empty                      | empty
          parameter of the class              | GET    tenants/acme/users/1       | tenants/{tenant}/users/{user}
          resource that CDI may proxy         | GET    proxied/1                  | proxied/{id}
          annotations of an interface         | GET    interface/by-name/x        | interface/by-name/{name}
          overload of an interface            | GET    interface/by-number/1      | interface/by-number/{number}
          default method of an interface      | GET    interface/default/1        | interface/default/{id}
          annotations of an abstract method   | GET    superclass/abstract/1      | superclass/abstract/{id}
          annotations of an overridden method | GET    superclass/overridden/1    | superclass/overridden/{id}
          generic base                        | GET    users/1                    | users/{id}
          generic base of another resource    | GET    orders/1                   | orders/{id}
          generic parameter                   | POST   users/1/copies             | users/{id}/copies
          generic parameter, overridden       | POST   orders/1/copies            | orders/{id}/copies
          root resource that is located, too  | GET    tree/name                  | tree/name
          """)
  void route_isTheTemplate(String shape, String request, String route)
      throws IOException, InterruptedException {
    assertRoute(request, "tck/routes/" + route);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          one way                       | GET one/1                       | one/{one}
          one way, on to a method       | GET one/1/colors/2              | one/{one}/colors/{color}
          another way                   | GET two/2/colors/3              | two/{two}/colors/{color}
          another way, no path          | GET two/2                       | two/{two}
          two locators                  | GET branches/1/leaves/2         | branches/{branch}/leaves/{leaf}
          end of the first of two       | GET branches/1                  | branches/{branch}
          locator of Object             | GET object/1/colors/2           | object/{id}/colors/{color}
          locator of Object that goes on | GET objects/1/leaves/2/colors/3 | objects/{id}/leaves/{leaf}/colors/{color}
          locator of a class            | GET class/1/colors/2            | class/{id}/colors/{color}
          locator of an interface       | GET interface/1/name            | interface/{id}/name
          matrix parameter              | GET one/1;a=b/colors/2;c=d      | one/{one}/colors/{color}
          encoded characters            | GET one/a%20b/colors/%C3%BC     | one/{one}/colors/{color}
          root resource                 | GET tree/name                   | tree/name
          locator of its like           | GET tree/children/1/name        | tree/children/{child}/name
          """)
  void wayOverLocators_isPartOfTheRoute(String shape, String request, String route)
      throws IOException, InterruptedException {
    assertRoute(request.replaceFirst(" ", " locators/"), "tck/routes/locators/" + route);
  }

  @Test
  void classAtTheRoot_addsNothing() throws IOException, InterruptedException {
    assertRoute("GET ../../tck-root/1", "tck-root/{id}");
  }

  /** The depth is the client's choice, and every route is a time series of its own. */
  @Test
  void endlessLocators_makeNoEndlessRoute() throws IOException, InterruptedException {
    for (int depth = 1; depth <= DEEP; depth++) {
      String path = "routes/tree" + "/children/1".repeat(depth) + "/name";
      assertThat(app.get(path).statusCode()).isEqualTo(200);

      ReceivedSpan span = app.takeServer("GET", path, 200);
      if (depth <= 5) {
        String way = "/children/{child}".repeat(depth);
        assertThat(span.attribute("http.route"))
            .isEqualTo(app.fromRoot("routes/tree" + way + "/name"));
      } else {
        assertThat(span.attributes()).doesNotContainKey("http.route");
        assertThat(span.name()).isEqualTo("GET");
      }
    }
  }

  /** Whatever it takes to find a template, it is done once. */
  @Test
  void route_isMadeOnce() throws IOException, InterruptedException {
    Set<String> objects = new HashSet<>();
    for (int id = 0; id < REPEATED; id++) {
      objects.add(app.get("routes/plain/objects/" + id).body());
      assertThat(app.spans.takeServer().attribute("http.route"))
          .isEqualTo(app.fromRoot("routes/plain/objects/{id}"));
    }

    // None is 0: there is a route by the time that the resource runs.
    assertThat(objects).hasSize(1).doesNotContain("0");
  }

  /** The same classes twice in one process, each with the route of its own place. */
  @Test
  void secondApplication_hasItsOwnRoutes() throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      assertRoute("GET plain/items/1", "tck/routes/plain/items/{id}");
      assertRoute(
          "GET ../../" + TracingRuntime.SECOND + "tck/routes/plain/items/1",
          TracingRuntime.SECOND + "tck/routes/plain/items/{id}");
    }
  }

  private void assertRoute(String request, String route) throws IOException, InterruptedException {
    String method = request.split(" +", 2)[0];
    URI uri =
        app.uri("routes/")
            .resolve(request.split(" +", 2)[1].replace("{", "%7B").replace("}", "%7D"));
    assertThat(app.send(method, uri).statusCode()).isEqualTo(200);

    ReceivedSpan span = app.spans.takeServer();
    assertThat(span.attribute("http.route")).isEqualTo(app.base().getPath() + route);
    assertThat(span.name()).isEqualTo(method + " " + app.base().getPath() + route);
    assertThat(span.attribute("url.path")).isEqualTo(uri.getRawPath());
  }
}
