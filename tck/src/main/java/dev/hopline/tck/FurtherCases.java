// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static dev.hopline.tck.PropagationStep.PARENT;
import static dev.hopline.tck.PropagationStep.continued;
import static dev.hopline.tck.PropagationStep.restarted;
import static dev.hopline.tck.PropagationStep.state;
import static dev.hopline.tck.TraceparentCases.bad;
import static dev.hopline.tck.TraceparentCases.good;
import static dev.hopline.tck.TraceparentCases.random;
import static dev.hopline.tck.TraceparentCases.sampled;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What W3C Trace Context says and its validation suite does not ask for. */
final class FurtherCases {
  private static final String IDS = "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331";

  private static final List<String> GARBAGE =
      List.of(
          "",
          "-",
          "00",
          "00-",
          "---",
          "00-{ids}",
          "00-{ids}-",
          "00 {ids} 01",
          "{ids}",
          "00_{ids}_01",
          "\"00-{ids}-01\"",
          "00-{ids}-01,",
          ",00-{ids}-01",
          "0x00-{ids}",
          "00-{ids}-01;00-{ids}-01");

  private static final List<String> WRONG_STATES =
      List.of(
          "foo",
          "=1",
          "foo=",
          "foo=1,bar",
          "Foo=1",
          "foo=\"1\"=",
          "@=1",
          "foo=1;bar=2,=",
          "foo=\u00e9");

  private FurtherCases() {}

  static PropagationCases all() {
    return parents().addAll(higherVersions()).addAll(flags()).addAll(states()).addAll(limits());
  }

  private static PropagationCases parents() {
    return new PropagationCases()
        .add(
            "traceparent_upper_case",
            bad("00-" + IDS.toUpperCase(Locale.ROOT) + "-01"),
            bad("00-0Af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            bad("CC-{ids}-01"),
            bad("00-{ids}-0A"))
        .add(
            "traceparent_garbage",
            GARBAGE.stream().map(TraceparentCases::bad).toArray(PropagationStep[]::new))
        .add(
            "bad_traceparent_drops_tracestate",
            restarted("traceparent: 00-{ids}", "tracestate: foo=1"),
            restarted("traceparent: ff-{ids}-01", "tracestate: foo=1"),
            restarted("traceparent: garbage", "tracestate: foo=1"),
            restarted(PARENT, PARENT, "tracestate: foo=1"));
  }

  private static PropagationCases higherVersions() {
    return new PropagationCases()
        .add(
            "traceparent_higher_version_short",
            bad("cc-{ids}"),
            bad("cc-{ids}-"),
            bad("cc-{ids}-0"))
        .add(
            "traceparent_higher_version_bad_ids",
            bad("cc-" + "0".repeat(32) + IDS.substring(32) + "-01"),
            bad("cc-" + IDS.substring(0, 33) + "0".repeat(16) + "-01"),
            bad("cc-" + IDS.replace('a', 'A') + "-01-x"),
            bad("cc-" + IDS.replace('a', 'g') + "-01-x"),
            bad("cc-" + IDS.replace('-', '.') + "-01-x"))
        .add("traceparent_higher_version_tail", good("01-{ids}-01-" + "x".repeat(3_000)));
  }

  private static PropagationCases flags() {
    return new PropagationCases()
        .add("unknown_flags_are_cleared", good("00-{ids}-ff"), good("00-{ids}-fc"))
        .add("random_flag_not_invented", random(false, "00-{ids}-01"), random(false, "00-{ids}-00"))
        .add("random_flag_with_sampled", random(true, "00-{ids}-03"))
        .add("random_flag_on_new_trace", TraceparentCases.randomWhenNew())
        .add("sampled_flag_respected", sampled(true, "00-{ids}-01"), sampled(false, "00-{ids}-00"));
  }

  /** The leading space is one: Undertow makes one of several. */
  private static PropagationCases states() {
    return new PropagationCases()
        .add(
            "bad_tracestate_keeps_traceparent",
            WRONG_STATES.stream().map(bad -> state("", bad)).toArray(PropagationStep[]::new))
        .add(
            "tracestate_empty_members",
            state("foo=1,bar=2", "foo=1,,bar=2"),
            state("foo=1", ",foo=1"),
            state("foo=1", "foo=1,"),
            state("foo=1,bar=2", "foo=1, ,\t,bar=2"),
            state("", ",,,"))
        .add("tracestate_order_kept", state("z=1,a=2,m=3,b=4", "z=1,a=2", "m=3,b=4"))
        .add("tracestate_leading_space_of_value", state("foo= 1,bar= 2", "foo= 1,bar= 2"))
        .add("tracestate_one_header_out", state("a=1,b=2,c=3", "a=1", "b=2", "c=3"))
        .add("tracestate_empty_not_sent", state("", ""), state(""))
        .add(
            "header_names_lower_case",
            continued(
                sent ->
                    assertThat(sent.lines())
                        .anyMatch(line -> line.startsWith("traceparent:"))
                        .anyMatch(line -> line.startsWith("tracestate:"))
                        .anyMatch(line -> line.startsWith("baggage:")),
                PARENT,
                "TRACESTATE: foo=1",
                "BAGGAGE: foo=1"));
  }

  private static PropagationCases limits() {
    String longest = "foo=" + "v".repeat(256);
    String all = TracestateCases.numbered(1, 32) + ",";
    String more = "more=" + "x".repeat(512 - 1 - all.length() - "more=".length());
    String five12 = TracestateCases.numbered(1, 31) + "," + more;
    String large =
        Stream.iterate(1, i -> i + 1)
            .limit(10)
            .map(FurtherCases::large)
            .reduce("", FurtherCases::join);
    return new PropagationCases()
        .add(
            "tracestate_value_length",
            state(longest, longest),
            continued(
                sent -> assertThat(sent.tracestate()).doesNotContain("foo"),
                PARENT,
                "tracestate: bar=1," + longest + "v"))
        .add("tracestate_512_characters", state(five12, five12))
        .add(
            "tracestate_truncates_whole_entries",
            continued(
                sent ->
                    assertThat((large + ",").startsWith(sent.tracestate() + ","))
                        .as(sent.tracestate())
                        .isTrue(),
                PARENT,
                "tracestate: " + large));
  }

  private static String large(int number) {
    return "k" + number + "=" + "v".repeat(100);
  }

  private static String join(String some, String more) {
    return some.isEmpty() ? more : some + "," + more;
  }
}
