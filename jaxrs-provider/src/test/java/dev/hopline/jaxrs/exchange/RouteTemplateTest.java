// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "/books/{id}, /books/{id}",
    "books/{id: \\d+}, /books/{id}",
    "/books//{id:[0-9]{3}}/, /books/{id}",
    "/{a}-{b}, /{a}-{b}",
    "/{ a : .* }, /{a}",
    "///, /",
    "'', /",
    "/two words/{id}, /two words/{id}",
    "/two%20words/{id}, /two words/{id}",
    "/gr%C3%BCn/a%2Fb/50%, /grün/a%2Fb/50%"
  })
  void under_joinsWithSingleSlashesAndDropsExpressions(String path, String route) {
    assertThat(new RouteTemplate(path).under(URI.create("http://h/"), false)).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({
    "/books/{id}, /api/books/{id}",
    "'books/{ id : \\d{2}}/', '/api/books/{id:\\d{2}}'",
    "'{a: x|y}-{b}', '/api/{a:x|y}-{b}'"
  })
  void under_keepsExpressionsIfAsked(String path, String route) {
    assertThat(new RouteTemplate(path).under(URI.create("http://h/api/"), true)).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/, /books/{id}",
    "http://h, /books/{id}",
    "http://h/api, /api/books/{id}",
    "http://h/ctx/api/, /ctx/api/books/{id}",
    "http://h//ctx//api, /ctx/api/books/{id}"
  })
  void under_startsAtTheServersRoot(URI base, String route) {
    assertThat(new RouteTemplate("/books/{id}").under(base, false)).isEqualTo(route);
  }

  @Test
  void under_isTheSameStringForAnyHost() {
    RouteTemplate route = new RouteTemplate("/a");
    assertThat(route.under(URI.create("http://one/api/"), false))
        .isSameAs(route.under(URI.create("http://two/api/"), false));
  }

  /** A servlet container gives the context path as the client wrote it. */
  @Test
  void under_keepsNoMorePlacesThanThereMayBe() {
    RouteTemplate route = new RouteTemplate("/a");
    for (int i = 0; i < 1000; i++) {
      assertThat(route.under(URI.create("http://h/" + i), false)).isEqualTo("/" + i + "/a");
    }

    URI last = URI.create("http://h/999");
    assertThat(route.under(last, false)).isNotSameAs(route.under(last, false));
  }

  @ParameterizedTest
  @CsvSource({
    "/a/{x}/b, a/1/b, true",
    "/a/{x}/b, a/1/c, false",
    "/a/{x: \\d+}, a/12, true",
    "/a/{x: \\d+}, a/1b, false",
    "/a/{x}, a/1;m=2, true",
    "/a/{x}, a/1/, true",
    "/a/{x}, a/1/2, false",
    "/a/{x}/, a/1, true",
    "/two words/{x}, two%20words/1, true",
    "/grün/{x}, gr%c3%bcn/1, true",
    "/a/{x}, a;m=1/2, true",
    "/a/{x}//, a/1/, true",
    "/a/{x:.*}/b, a/1/2/b, true"
  })
  void matches_readsTheRawPath(String template, String path, boolean matches) {
    assertThat(new RouteTemplate(template).matches(path)).isEqualTo(matches);
  }
}
