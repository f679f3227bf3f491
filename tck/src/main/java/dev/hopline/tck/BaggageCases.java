// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static dev.hopline.tck.PropagationStep.PARENT;
import static dev.hopline.tck.PropagationStep.baggage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** W3C Baggage. */
final class BaggageCases {
  private static final int MOST = 64;
  private static final int BYTES = 8192;

  private BaggageCases() {}

  static PropagationCases all() {
    return new PropagationCases()
        .add(
            "baggage_propagated",
            baggage("a=1,b=2", PARENT, "baggage: a=1,b=2"),
            baggage("a=1,b=2", "baggage: a=1,b=2"))
        .add(
            "baggage_ows_and_properties",
            baggage("a=1;p;q=2,b=2", "baggage:\ta = 1 ;p;q=2 \t, b=2 "))
        .add("baggage_several_headers", baggage("a=1,b=2,c=3", "baggage: a=1,b=2", "baggage: c=3"))
        .add(
            "baggage_value_characters",
            baggage("a=b=c", "baggage: a=b=c"),
            baggage("a=%20%2C%C3%A9!", "baggage: a=%20%2c%c3%a9!"))
        .add("baggage_64_members", baggage(full(MOST), "baggage: " + full(MOST)))
        .add("baggage_malformed", BaggageCases::malformed)
        .add("baggage_no_leak", BaggageCases::noLeak)
        .add(
            "baggage_over_the_limits",
            baggage(full(MOST), "baggage: " + full(MOST) + ",more=1"),
            baggage("a=1", "baggage: a=1,b=" + "x".repeat(BYTES)));
  }

  /** So many members, in as many bytes as there may be. */
  private static String full(int members) {
    String some =
        IntStream.range(1, members).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining(","));
    return some + ",last=" + "x".repeat(BYTES - some.length() - ",last=".length());
  }

  private static void malformed(Hop hop) throws Exception {
    for (String header :
        List.of(
            ",", "=", ";", "a", "=b", "a=%zz", "a=%", "a b=c", "a=b c", "a=\"b\"", "\\=\\",
            ";=,;")) {
      assertThat(hop.send("baggage: " + header).baggage()).as(header).isEmpty();
    }
    baggage("a=1,b=2", "baggage: a=1,,=,c,;d=1,b=2,e=%f").run(hop);
  }

  private static void noLeak(Hop hop) throws Exception {
    try (RawConnection connection = new RawConnection(hop.app().base())) {
      assertThat(hop.sendOver(connection, "baggage: a=1").baggage()).isEqualTo("a=1");
      assertThat(hop.sendOver(connection).baggage()).isEmpty();
    }
    assertThat(hop.send().baggage()).isEmpty();
  }
}
