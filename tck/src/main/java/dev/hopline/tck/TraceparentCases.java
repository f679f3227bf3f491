// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static dev.hopline.tck.PropagationStep.PARENT;
import static dev.hopline.tck.PropagationStep.continued;
import static dev.hopline.tck.PropagationStep.restarted;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.TraceFlags;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code traceparent} of the W3C's validation suite, by the names that it has there. */
final class TraceparentCases {
  private static final String VALUE = "00-{ids}-01";
  private static final String TRACE = "12345678901234567890123456789012";
  private static final String SPAN = "1234567890123456";

  private TraceparentCases() {}

  static PropagationCases all() {
    return versions()
        .addAll(ids())
        .addAll(requests())
        .add("test_both_traceparent_and_tracestate_missing", restarted())
        .add("test_traceparent_included_tracestate_missing", continued(PARENT))
        .add(
            "test_traceparent_duplicated",
            restarted(PARENT, "traceparent: 00-" + TRACE + '-' + SPAN + "-01"))
        .add(
            "test_traceparent_header_name",
            restarted("trace-parent: " + VALUE),
            restarted("trace.parent: " + VALUE))
        .add(
            "test_traceparent_header_name_valid_casing",
            continued("TraceParent: " + VALUE),
            continued("TrAcEpArEnT: " + VALUE),
            continued("TRACEPARENT: " + VALUE))
        .add(
            "test_traceparent_ows_handling",
            continued("traceparent:  " + VALUE),
            continued("traceparent:\t" + VALUE),
            continued("traceparent: " + VALUE + ' '),
            continued("traceparent: " + VALUE + '\t'),
            continued("traceparent: \t " + VALUE + " \t"));
  }

  private static PropagationCases versions() {
    return new PropagationCases()
        .add("test_traceparent_version_0x00", bad("00-{ids}-01."), bad("00-{ids}-01-future"))
        .add(
            "test_traceparent_version_0xcc",
            good("cc-{ids}-01"),
            good("cc-{ids}-01-what-is-to-come"),
            bad("cc-{ids}-01.what-is-to-come"))
        .add("test_traceparent_version_0xff", bad("ff-{ids}-01"))
        .add("test_traceparent_version_illegal_characters", bad(".0-{ids}-01"), bad("0.-{ids}-01"))
        .add("test_traceparent_version_too_long", bad("000-{ids}-01"), bad("0000-{ids}-01"))
        .add("test_traceparent_version_too_short", bad("0-{ids}-01"))
        .add(
            "test_traceparent_trace_flags_illegal_characters",
            bad("00-{ids}-.0"),
            bad("00-{ids}-0."))
        .add("test_traceparent_trace_flags_too_long", bad("00-{ids}-001"))
        .add("test_traceparent_trace_flags_too_short", bad("00-{ids}-1"))
        .add("test_propagates_random_flag", random(true, "00-{ids}-02"));
  }

  private static PropagationCases ids() {
    return new PropagationCases()
        .add("test_traceparent_trace_id_all_zero", bad(ids("0".repeat(32), SPAN)))
        .add(
            "test_traceparent_trace_id_illegal_characters",
            bad(ids('.' + TRACE.substring(1), SPAN)),
            bad(ids(TRACE.substring(1) + '.', SPAN)))
        .add("test_traceparent_trace_id_too_long", bad(ids(TRACE + '3', SPAN)))
        .add("test_traceparent_trace_id_too_short", bad(ids(TRACE.substring(1), SPAN)))
        .add("test_traceparent_parent_id_all_zero", bad(ids(TRACE, "0".repeat(16))))
        .add(
            "test_traceparent_parent_id_illegal_characters",
            bad(ids(TRACE, '.' + SPAN.substring(1))),
            bad(ids(TRACE, SPAN.substring(1) + '.')))
        .add("test_traceparent_parent_id_too_long", bad(ids(TRACE, SPAN + '7')))
        .add("test_traceparent_parent_id_too_short", bad(ids(TRACE, SPAN.substring(1))));
  }

  private static PropagationCases requests() {
    return new PropagationCases()
        .add("test_multiple_requests_with_valid_traceparent", calls(3, 1, true, PARENT))
        .add("test_multiple_requests_without_traceparent", calls(3, 1, false))
        .add(
            "test_multiple_requests_with_illegal_traceparent",
            calls(3, 1, false, "traceparent: 00-" + TRACE + "-01"));
  }

  private static String ids(String traceId, String spanId) {
    return "00-" + traceId + '-' + spanId + "-01";
  }

  static PropagationStep good(String value) {
    return continued("traceparent: " + value);
  }

  static PropagationStep bad(String value) {
    return hop -> {
      RemoteParent parent = RemoteParent.random();
      String ids = parent.traceId() + '-' + parent.spanId();
      SentOn sent = hop.send("traceparent: " + value.replace("{ids}", ids));
      assertThat(sent.traceId()).as("after %s", value).isNotIn(parent.traceId(), TRACE);
      assertThat(value).doesNotContain(sent.traceId());
    };
  }

  static PropagationStep random(boolean random, String value) {
    return continued(
        sent -> assertThat(sent.isRandom()).as(value).isEqualTo(random), "traceparent: " + value);
  }

  static PropagationStep sampled(boolean sampled, String value) {
    return continued(
        sent -> assertThat(sent.isSampled()).as(value).isEqualTo(sampled), "traceparent: " + value);
  }

  /** The ids of traces are random; older APIs of OpenTelemetry have no flag to say so. */
  static PropagationStep randomWhenNew() {
    boolean known =
        Arrays.stream(TraceFlags.class.getMethods())
            .anyMatch(method -> method.getName().equals("isTraceIdRandom"));
    return hop -> assertThat(hop.send().isRandom()).isEqualTo(known);
  }

  private static PropagationStep calls(int calls, int traces, boolean continued, String... lines) {
    return hop -> {
      RemoteParent parent = RemoteParent.random();
      String ids = parent.traceId() + '-' + parent.spanId();
      List<SentOn> sent =
          hop.send(
              calls, Arrays.stream(lines).map(l -> l.replace("{ids}", ids)).toArray(String[]::new));
      Set<String> traceIds = new HashSet<>();
      Set<String> spanIds = new HashSet<>(Collections.singleton(parent.spanId()));
      sent.forEach(
          one -> {
            traceIds.add(one.traceId());
            spanIds.add(one.spanId());
          });
      assertThat(traceIds).hasSize(traces);
      assertThat(traceIds.contains(parent.traceId())).isEqualTo(continued);
      assertThat(traceIds).doesNotContain(TRACE);
      assertThat(spanIds).hasSize(calls + 1);
    };
  }
}
