// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The injectable baggage: whatever {@link Baggage#current()} is at each call. */
final class CurrentBaggage implements Baggage {
  @Override
  public int size() {
    return Baggage.current().size();
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super BaggageEntry> consumer) {
    Baggage.current().forEach(consumer);
  }

  @Override
  public Map<String, BaggageEntry> asMap() {
    return Baggage.current().asMap();
  }

  @Override
  public @Nullable String getEntryValue(String entryKey) {
    return Baggage.current().getEntryValue(entryKey);
  }

  @Override
  public BaggageBuilder toBuilder() {
    return Baggage.current().toBuilder();
  }

  // A context that held this object would make it its own delegate.
  @Override
  public Context storeInContext(Context context) {
    return Baggage.current().storeInContext(context);
  }

  @Override
  public String toString() {
    return Baggage.current().toString();
  }
}
