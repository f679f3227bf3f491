// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static dev.hopline.tck.PropagationStep.PARENT;
import static dev.hopline.tck.PropagationStep.continued;
import static dev.hopline.tck.PropagationStep.restarted;
import static dev.hopline.tck.PropagationStep.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code tracestate} of the W3C's validation suite, Level 2, by the names that it has there. */
final class TracestateCases {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String KEY = LETTERS + "0123456789_-*/";
  private static final String VALUE =
      IntStream.rangeClosed(' ', '~')
          .filter(c -> c != ',' && c != '=')
          .mapToObj(Character::toString)
          .collect(Collectors.joining());

  private TracestateCases() {}

  static PropagationCases all() {
    return headers().addAll(keys()).addAll(keyLengths()).addAll(members());
  }

  private static PropagationCases headers() {
    return new PropagationCases()
        .add("test_tracestate_included_traceparent_missing", restarted("tracestate: foo=1"))
        .add("test_tracestate_included_traceparent_included", state("foo=1,bar=2", "foo=1,bar=2"))
        .add("test_tracestate_header_name", named("trace-state", ""), named("trace.state", ""))
        .add(
            "test_tracestate_header_name_valid_casing",
            named("TraceState", "foo=1"),
            named("TrAcEsTaTe", "foo=1"),
            named("TRACESTATE", "foo=1"))
        .add(
            "test_tracestate_empty_header",
            state("", ""),
            state("foo=1", "foo=1", ""),
            state("foo=1", "", "foo=1"))
        .add(
            "test_tracestate_multiple_headers_different_keys",
            state("foo=1,bar=2,rojo=1,congo=2,baz=3", "foo=1,bar=2", "rojo=1,congo=2", "baz=3"));
  }

  private static PropagationStep named(String name, String expected) {
    return continued(
        sent -> assertThat(sent.tracestate()).as(name).isEqualTo(expected),
        PARENT,
        name + ": foo=1");
  }

  private static PropagationCases keys() {
    return new PropagationCases()
        .add(
            "test_tracestate_duplicated_keys",
            state("foo=1", "foo=1,foo=1"),
            state("foo=1", "foo=1,foo=2"),
            state("foo=1", "foo=1", "foo=1"),
            state("foo=1", "foo=1", "foo=2"))
        .add(
            "test_tracestate_all_allowed_characters",
            state(KEY + '=' + VALUE, KEY + '=' + VALUE),
            state(KEY + "@a-z0-9_-*/=" + VALUE, KEY + "@a-z0-9_-*/=" + VALUE))
        .add(
            "test_tracestate_key_illegal_characters",
            state("", "foo =1"),
            state("", "FOO=1"),
            state("", "foo.bar=1"))
        .add(
            "test_tracestate_key_illegal_vendor_format",
            state("foo@=1,bar=2", "foo@=1,bar=2"),
            state("", "@foo=1,bar=2"),
            state("foo@@bar=1,bar=2", "foo@@bar=1,bar=2"),
            state("foo@bar@baz=1,bar=2", "foo@bar@baz=1,bar=2"));
  }

  private static PropagationCases keyLengths() {
    return new PropagationCases()
        .add(
            "test_tracestate_key_length_limit",
            longKey("z".repeat(256)),
            state("", "foo=1", "z".repeat(257) + "=1"),
            longKey("t".repeat(241) + '@' + "v".repeat(14)),
            longKey("t".repeat(242) + "@v"),
            longKey("t@" + "v".repeat(15)));
  }

  private static PropagationStep longKey(String key) {
    return state("foo=1," + key + "=1", "foo=1", key + "=1");
  }

  private static PropagationCases members() {
    return new PropagationCases()
        .add(
            "test_tracestate_ows_handling",
            state("foo=1,bar=2,baz=3", "foo=1 \t , \t bar=2, \t baz=3"),
            state("foo=1,bar=2,baz=3", "foo=1\t \t,\t \tbar=2,\t \tbaz=3"),
            state("foo=1", "  foo=1"),
            state("foo=1", "\tfoo=1"),
            state("foo=1", "foo=1 "),
            state("foo=1", "foo=1\t"),
            state("foo=1", "\t foo=1 \t"))
        .add(
            "test_tracestate_member_count_limit",
            state(numbered(1, 32), numbered(1, 10), numbered(11, 20), numbered(21, 32)),
            state("", numbered(1, 10), numbered(11, 20), numbered(21, 33)))
        .add(
            "test_tracestate_value_illegal_characters",
            state("", "foo=bar=baz"),
            state("", "foo=,bar=3"));
  }

  static String numbered(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> "bar%02d=%02d".formatted(i, i))
        .collect(Collectors.joining(","));
  }
}
