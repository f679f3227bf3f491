// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.jersey;

import dev.hopline.Tracing;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Jersey offers beside filters, on the server and on the client. */
public final class JerseyHook {
  private JerseyHook() {}

  /** What is to be registered on a server, to make a span of each request. */
  public static Object server(Supplier<@Nullable Tracing> source) {
    return new JerseyRequestListener(source);
  }

  /** What is to be registered on a server beside it, to see bodies break off. */
  public static Object body() {
    return new BodyFailure();
  }

  /** What is to be registered on a client beside the filter, to see its calls begin and fail. */
  public static Object client(Supplier<@Nullable Tracing> source) {
    return new JerseyCallListener(source);
  }
}
