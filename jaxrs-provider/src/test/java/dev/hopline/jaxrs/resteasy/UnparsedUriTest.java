// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jboss.resteasy.specimpl.ResteasyUriInfo;
import org.junit.jupiter.api.Test;

class UnparsedUriTest {
  private static final List<String> URIS =
      List.of(
          "http://h/books/17",
          "https://h:8443/books/17?q=1",
          "HTTPS://h/",
          "http://[::1]:80/api/books?",
          "http://h/books?a=b?c#d",
          "http://h/books#d?a=b",
          "http://user:word@h/books/17?q=%20");

  @Test
  void text_saysWhatTheUriSays() {
    for (String text : URIS) {
      URI uri = URI.create(text);
      assertThat(UnparsedUri.scheme(text)).isEqualToIgnoringCase(uri.getScheme());
      assertThat(UnparsedUri.query(text)).isEqualTo(uri.getRawQuery());
      assertThat(UnparsedUri.hasPath(text, "", uri.getRawPath())).isTrue();
      assertThat(UnparsedUri.hasPath(text, uri.getRawPath(), "")).isTrue();
      assertThat(UnparsedUri.hasPath(text, "/other", uri.getRawPath())).isFalse();
      assertThat(UnparsedUri.hasPath(text, "", uri.getRawPath() + "x")).isFalse();
    }
  }

  @Test
  void partOfThePath_isNotThePath() {
    assertThat(UnparsedUri.hasPath("http://h/books/17", "", "/books")).isFalse();
    assertThat(UnparsedUri.hasPath("http://h", "", "/h")).isFalse();
  }

  /** If these fields are gone, requests cost a quarter more. */
  @Test
  void requestAsItCame_isNotParsed() {
    assertThat(UnparsedUri.of(new ResteasyUriInfo("http://h/books?q=1", "")))
        .isEqualTo("http://h/books?q=1");
  }

  @Test
  void requestThatWasParsed_orSentElsewhere_isAskedForItsUri() {
    ResteasyUriInfo parsed = new ResteasyUriInfo("http://h/books", "");
    assertThat(parsed.getRequestUri()).hasPath("/books");

    assertThat(UnparsedUri.of(parsed)).isNull();
    assertThat(UnparsedUri.of(new ResteasyUriInfo(URI.create("http://h/books")))).isNull();
    assertThat(UnparsedUri.of(new ResteasyUriInfo("http://h/books", "") {})).isNull();
  }
}
