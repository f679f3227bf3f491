// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * W3C Baggage, in and out within what it obliges anybody to carry on: 64 members in 8,192 bytes.
 * Members that are wrong are left out without a word: anybody may send them, and OpenTelemetry from
 * 1.64 to 1.67 logs a stack trace for each.
 */
enum BaggagePropagator implements TextMapPropagator {
  INSTANCE;

  private static final String HEADER = "baggage";
  private static final int MEMBERS = 64;
  private static final int BYTES = 8192;

  @Override
  public Collection<String> fields() {
    return List.of(HEADER);
  }

  @Override
  public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
    Baggage baggage = Baggage.fromContext(context);
    if (baggage.isEmpty()) {
      return;
    }
    StringBuilder header = new StringBuilder();
    int members = 0;
    for (Map.Entry<String, BaggageEntry> entry : baggage.asMap().entrySet()) {
      String member = BaggageMember.write(entry.getKey(), entry.getValue(), BYTES);
      int length = header.length() + (members == 0 ? 0 : 1) + member.length();
      // One that is too long must not keep the others back.
      if (!member.isEmpty() && length <= BYTES && members < MEMBERS) {
        header.append(members == 0 ? "" : ",").append(member);
        members++;
      }
    }
    if (members > 0) {
      setter.set(carrier, HEADER, header.toString());
    }
  }

  @Override
  public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
    String header = getter.get(carrier, HEADER);
    if (header == null || header.isEmpty()) {
      return context;
    }
    BaggageBuilder builder = Baggage.builder();
    int start = 0;
    for (int members = 0; members < MEMBERS && start < header.length(); members++) {
      int comma = header.indexOf(',', start);
      int end = comma < 0 ? header.length() : comma;
      // A header has one byte for each char: what is not Latin-1 never came over the wire.
      if (end > BYTES) {
        break;
      }
      BaggageMember.read(header.substring(start, end), builder);
      start = end + 1;
    }
    Baggage baggage = builder.build();
    return baggage.isEmpty() ? context : context.with(baggage);
  }
}
