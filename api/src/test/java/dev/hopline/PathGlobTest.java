// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {
  @ParameterizedTest
  @CsvSource({
    "/a, /a, true",
    "/a, /a/, false",
    "/a, /ab, false",
    "/a/*, /a/b, true",
    "/a/*, /a/, true",
    "/a/*, /a/b/c, false",
    "/a/*/c, /a/b/c, true",
    "/a/*/c, /a/b/b/c, false",
    "/a/**, /a, true",
    "/a/**, /a/, true",
    "/a/**, /a/b/c, true",
    "/a/**, /ab, false",
    "/a/**/c, /a/b/b/c, true",
    "/a/**/c, /a/c, false",
    "/a/*b/**, /a/xb, true",
    "/a/*b/**, /a/xb/c/d, true",
    "/a/*b/**, /a/xc/d, false",
    "/**, /, true",
    "/**, '', true",
    "/**, /a/b, true",
    "**.css, /a/b.css, true",
    "**.css, /a/b.cs, false",
    "*, a, true",
    "*, /a, false",
    "/*.js, /a*b.js, true",
    "/books/{id}, /books/{id}, true",
    "/a/***, /a/b/c, true",
  })
  void glob_matchesWithinAndAcrossSegments(String glob, String path, boolean matches) {
    assertThat(new PathGlob(glob).matches(path)).isEqualTo(matches);
  }

  @Test
  void glob_agreesWithARegularExpression() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String glob = '/' + text(random, new String[] {"a", "b", "/", "*", "**"}, 8);
      String path = '/' + text(random, new String[] {"a", "b", "/"}, 12);
      assertThat(new PathGlob(glob).matches(path))
          .as("%s on %s", glob, path)
          .isEqualTo(regex(glob).matcher(path).matches());
    }
  }

  @Test
  void manyStars_takeNoTime() {
    PathGlob glob = new PathGlob("/" + "**a*".repeat(40) + "b");
    String path = "/" + "a".repeat(100_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(glob.matches(path)).isFalse());
  }

  private static Pattern regex(String glob) {
    String open = glob.endsWith("/**") ? "(/.*)?" : "";
    String rest = open.isEmpty() ? glob : glob.substring(0, glob.length() - 3);
    String body = rest.replaceAll("\\*\\*", "\u0000").replace("*", "[^/]*").replace("\u0000", ".*");
    return Pattern.compile(body + open, Pattern.DOTALL);
  }

  private static String text(Random random, String[] parts, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }
}
