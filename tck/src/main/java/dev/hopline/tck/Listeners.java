// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Those who want to hear of what the {@link OtlpReceiver} gets. */
final class Listeners<T> implements Consumer<T> {
  private static final Logger LOG = Logger.getLogger(OtlpReceiver.class.getName());

  private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();

  void add(Consumer<? super T> listener) {
    listeners.add(listener);
  }

  @Override
  public void accept(T received) {
    for (Consumer<? super T> listener : listeners) {
      try {
        listener.accept(received);
      } catch (RuntimeException e) {
        // The exporter is not to blame, and would send the whole batch again.
        LOG.log(Level.WARNING, "A listener of the OTLP receiver threw {0}", e.toString());
      }
    }
  }
}
