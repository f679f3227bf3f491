// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlRedactionTest {
  private static final String NEEDLE = "n33dle";

  @ParameterizedTest
  @CsvSource({
    "a=1, a=1",
    "sig=x, sig=REDACTED",
    "a&sig=x&b=2&Signature=y, a&sig=REDACTED&b=2&Signature=REDACTED",
    "signature=x, signature=x",
    "sig, sig",
    "sig=, sig=REDACTED",
    "%73ig=x, %73ig=REDACTED",
    "mysig=x&sigmy=y, mysig=x&sigmy=y",
    "X-Amz-Credential=a=b&c, X-Amz-Credential=REDACTED&c"
  })
  void query_losesTheValuesOfSecretKeys(String query, String expected) {
    assertThat(UrlRedaction.query(query)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a/b, http://a/b",
    "http://u:p@a/b, http://REDACTED:REDACTED@a/b",
    "http://u@a:1/b?sig=x#f, http://REDACTED:REDACTED@a:1/b?sig=REDACTED#f",
    "http://a/b#?sig=x, http://a/b#?sig=REDACTED"
  })
  void url_losesUserInfoAndSecretValues(String url, String expected) {
    assertThat(UrlRedaction.url(URI.create(url))).isEqualTo(expected);
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
    assertThat(UrlRedaction.query(query.toString())).doesNotContain(NEEDLE);
  }
}
