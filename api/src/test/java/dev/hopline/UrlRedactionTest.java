// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlRedactionTest {
  private static final String NEEDLE = "n33dle";

  private static final UrlRedaction REDACTION = redaction(Map.of());

  @ParameterizedTest
  @CsvSource({
    "a=1, a=1",
    "sig=x, sig=REDACTED",
    "a&sig=x&b=2&Signature=y, a&sig=REDACTED&b=2&Signature=REDACTED",
    "signature=x, signature=x",
    "sig, sig",
    "sig=, sig=REDACTED",
    "sig=a;b?c#d=e&f=g, sig=REDACTED&f=g",
    "a;sig=x, a;sig=REDACTED",
    "a=?sig=x, a=?sig=REDACTED",
    "a=b=%41=c, a=b=%41=c",
    "%73ig=x, %73ig=REDACTED",
    "mysig=x&sigmy=y, mysig=x&sigmy=y",
    "X-Amz-Credential=a=b&c, X-Amz-Credential=REDACTED&c"
  })
  void query_losesTheValuesOfSecretKeys(String query, String expected) {
    assertThat(REDACTION.query(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/b, http://a/b",
    "http://u:p@a/b, http://REDACTED:REDACTED@a/b",
    "http://u@a:1/b?sig=x#f, http://REDACTED:REDACTED@a:1/b?sig=REDACTED#f",
    "http://a/b#?sig=x, http://a/b#?sig=REDACTED",
    "http://a/b?c#sig=x&d=e, http://a/b?c#sig=REDACTED&d=e",
    "/b?sig=x, /b?sig=REDACTED"
  })
  void url_losesUserInfoAndSecretValues(String url, String expected) {
    assertThat(REDACTION.url(URI.create(url))).isEqualTo(expected);
  }

  @RepeatedTest(500)
  void query_neverShowsASecret(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String[] parts = {
      "a=1", "sig=" + NEEDLE, "&", "b", "=", "X-Goog-Signature=" + NEEDLE, "%", "?"
    };
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      String part = parts[random.nextInt(parts.length)];
      query.append(part.length() > 1 && query.length() > 0 ? "&" : "").append(part);
    }
    assertThat(REDACTION.query(query.toString())).doesNotContain(NEEDLE);
  }

  @Test
  void agentsKey_replacesTheList() {
    UrlRedaction redaction =
        redaction(
            Map.of(
                "otel.instrumentation.sanitization.url.experimental.sensitive-query-parameters",
                "token, key"));

    assertThat(redaction.query("token=a&sig=b&key=c"))
        .isEqualTo("token=REDACTED&sig=b&key=REDACTED");
  }

  @Test
  void ourKey_addsToTheList() {
    UrlRedaction redaction = redaction(Map.of("hopline.http.sensitive-query-parameters", "token"));

    assertThat(redaction.query("token=a&sig=b&c=d")).isEqualTo("token=REDACTED&sig=REDACTED&c=d");
  }

  private static UrlRedaction redaction(Map<String, String> settings) {
    return TestService.settings(settings).urls;
  }
}
