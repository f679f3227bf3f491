// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Searches all that is exported for {@link HostileRequests#NEEDLE}. */
final class SecretSearch implements Consumer<byte[]> {
  /** How much to show of an export that tells too much. */
  private static final int AROUND = 200;

  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final AtomicLong bytes = new AtomicLong();

  @Override
  public void accept(byte[] body) {
    bytes.addAndGet(body.length);
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(HostileRequests.NEEDLE);
    if (at >= 0) {
      leaks.add(text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND)));
    }
  }

  /** How much was searched. */
  long bytes() {
    return bytes.get();
  }

  /** Asserts that nothing was found since it was last asked. */
  void assertNone() {
    List<String> found = List.copyOf(leaks);
    leaks.clear();
    assertThat(found).as("what is exported around a secret").isEmpty();
  }
}
