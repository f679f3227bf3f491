// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context, Level 2, to the letter of its validation suite, on any OpenTelemetry. It reads
 * what is right and ignores all else, without a word.
 */
enum TraceContextPropagator implements TextMapPropagator {
  INSTANCE;

  private static final String TRACEPARENT = "traceparent";
  private static final String TRACESTATE = "tracestate";

  private static final int TRACE_ID = 3;
  private static final int SPAN_ID = TRACE_ID + 32 + 1;
  private static final int FLAGS = SPAN_ID + 16 + 1;
  private static final int LENGTH = FLAGS + 2;

  private static final int RANDOM = 2;
  private static final int KNOWN_FLAGS = RANDOM | 1;
  private static final String[] FLAGS_OUT = {"-00", "-01", "-02", "-03"};

  /**
   * Of a trace whose id is random; older SDKs do not give that flag of a parent to its children.
   */
  private static final ContextKey<String> RANDOM_TRACE = ContextKey.named("hopline.random-trace");

  private static final boolean SDK_KEEPS_RANDOM =
      Arrays.stream(TraceFlags.class.getMethods())
          .anyMatch(method -> method.getName().equals("isTraceIdRandom"));

  @Override
  public Collection<String> fields() {
    return List.of(TRACEPARENT, TRACESTATE);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (!span.isValid()) {
      return;
    }
    String flags = FLAGS_OUT[flags(context, span)];
    setter.set(carrier, TRACEPARENT, "00-" + span.getTraceId() + '-' + span.getSpanId() + flags);
    String state = VendorStates.header(span.getTraceState());
    if (!state.isEmpty()) {
      setter.set(carrier, TRACESTATE, state);
    }
  }

  private static int flags(Context context, SpanContext span) {
    int flags = span.getTraceFlags().asByte() & KNOWN_FLAGS;
    boolean random = !SDK_KEEPS_RANDOM && span.getTraceId().equals(context.get(RANDOM_TRACE));
    return random ? flags | RANDOM : flags;
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    String parent = getter.get(carrier, TRACEPARENT);
    if (parent == null) {
      return context;
    }
    String traceparent = stripped(parent);
    if (!isReadable(traceparent)) {
      return context;
    }
    int flags = Character.digit(traceparent.charAt(FLAGS + 1), 16) & KNOWN_FLAGS;
    String state = getter.get(carrier, TRACESTATE);
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            traceparent.substring(TRACE_ID, SPAN_ID - 1),
            traceparent.substring(SPAN_ID, FLAGS - 1),
            TraceFlags.fromByte((byte) flags),
            state == null ? TraceState.getDefault() : VendorStates.parse(state));
    if (!remote.isValid()) {
      return context;
    }
    Context withRemote = context.with(Span.wrap(remote));
    return SDK_KEEPS_RANDOM || (flags & RANDOM) == 0
        ? withRemote
        : withRemote.with(RANDOM_TRACE, remote.getTraceId());
  }

  /** Servers take the spaces away, but not all of them the tabs. */
  private static String stripped(String value) {
    return value.length() == LENGTH ? value : value.strip();
  }

  /**
   * Of several headers, joined by commas, none is. A later version may have more behind a dash.
   * Whether the ids are any is found out by the span context that is made of them.
   */
  private static boolean isReadable(String value) {
    if (value.length() < LENGTH || !areDigits(value, 0, 2) || value.startsWith("ff")) {
      return false;
    }
    boolean ends =
        value.length() == LENGTH || (!value.startsWith("00") && value.charAt(LENGTH) == '-');
    return ends
        && value.charAt(TRACE_ID - 1) == '-'
        && value.charAt(SPAN_ID - 1) == '-'
        && value.charAt(FLAGS - 1) == '-'
        && areDigits(value, FLAGS, LENGTH);
  }

  private static boolean areDigits(String value, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = value.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  /**
   * The value of a header {@code traceresponse} that says where a request was traced; null if
   * nowhere.
   */
  static @Nullable String traceresponse(SpanContext span) {
    return span.isValid()
        ? "00-" + span.getTraceId() + '-' + span.getSpanId() + '-' + span.getTraceFlags().asHex()
        : null;
  }
}
