// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The context of a SERVER exchange: what its parent has, but for the span and the exchange itself.
 *
 * <p>It is one object where two contexts would be needed otherwise. And its span can be taken back
 * where it is current already, on whatever thread, without a scope that would have to be closed.
 */
final class ExchangeContext implements Context {
  private static final ContextKey<Span> SPAN = new KeyOfSpans().learn();

  /**
   * The OpenTelemetry agent has a kind of its own, in which what it instruments looks for spans.
   */
  private static final boolean WITHOUT_AGENT =
      Context.root().getClass().getPackage() == Context.class.getPackage();

  private final Context parent;
  private final HttpSpan exchange;
  private volatile Span span;

  private ExchangeContext(Context parent, HttpSpan exchange, Span span) {
    this.parent = parent;
    this.exchange = exchange;
    this.span = span;
  }

  static Context of(Context parent, HttpSpan exchange, Span span) {
    return WITHOUT_AGENT
        ? new ExchangeContext(parent, exchange, span)
        : exchange.storeInContext(parent.with(span));
  }

  /** Whoever has this context has the caller's span from now on. */
  void giveBack() {
    span = SuppressedSpans.caller(parent);
  }

  @Override
  @SuppressWarnings("unchecked") // A key has one type of values, which only we give to these two.
  public <V> @Nullable V get(ContextKey<V> key) {
    if (key == SPAN) {
      return (V) span;
    }
    return key == HttpSpan.KEY ? (V) exchange : parent.get(key);
  }

  @Override
  public <V> Context with(ContextKey<V> key, V value) {
    Context others = exchange.storeInContext(parent);
    return (key == SPAN ? others : others.with(SPAN, span)).with(key, value);
  }

  @Override
  public String toString() {
    return "{span=" + span + ", exchange=" + exchange + ", parent=" + parent + '}';
  }

  /** Is told the key under which a context has its span, which the API keeps to itself. */
  private static final class KeyOfSpans implements Context {
    private @Nullable ContextKey<?> told;

    @SuppressWarnings("unchecked")
    ContextKey<Span> learn() {
      Span.getInvalid().storeInContext(this);
      return (ContextKey<Span>) Objects.requireNonNull(told);
    }

    @Override
    public <V> @Nullable V get(ContextKey<V> key) {
      return null;
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
      told = key;
      return this;
    }
  }
}
