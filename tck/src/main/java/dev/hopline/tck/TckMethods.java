// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static io.opentelemetry.api.trace.SpanKind.CLIENT;
import static io.opentelemetry.api.trace.SpanKind.CONSUMER;
import static io.opentelemetry.api.trace.SpanKind.PRODUCER;
import static io.opentelemetry.api.trace.SpanKind.SERVER;

import dev.hopline.Traced;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.enterprise.inject.Typed;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Beans whose methods are spans or not, each in another way. */
public final class TckMethods {
  static final Class<?>[] BEANS = {
    Shop.class,
    TracedShop.class,
    SubShop.class,
    QuietSubShop.class,
    PlainSubShop.class,
    QuietShop.class,
    ServiceShop.class,
    InnerServiceShop.class,
    QuietServiceShop.class,
    StringShop.class
  };

  private TckMethods() {}

  /** Annotated method by method. */
  @ApplicationScoped
  public static class Shop {
    @Traced
    public void traced() {}

    @Traced(operationName = "buy", kind = PRODUCER)
    public void tracedMembers() {}

    @WithSpan
    public void withSpan() {}

    @WithSpan(value = "sell", kind = CONSUMER)
    public void withSpanMembers() {}

    @WithSpan(kind = SERVER)
    public void withSpanKind() {}

    @WithSpan(value = "by WithSpan", kind = CLIENT)
    @Traced(operationName = "by Traced", kind = CONSUMER)
    public void both() {}

    @WithSpan
    @Traced(operationName = "by Traced", kind = CONSUMER)
    public void bothWithOpenWithSpan() {}

    @WithSpan
    @AddingSpanAttributes
    public void addingToItsOwn() {}

    @WithSpan
    @Traced(false)
    public void optedOut() {}

    public void plain() {}

    @AddingSpanAttributes
    public void adding() {}

    @Traced
    public String current() {
      return Span.current().getSpanContext().getSpanId();
    }

    @Traced
    public void failTraced(Throwable thrown) throws Throwable {
      throw thrown;
    }

    @WithSpan
    public void failWithSpan(Throwable thrown) throws Throwable {
      throw thrown;
    }

    @Traced
    public String calling(Shop shop) {
      return shop.tenant();
    }

    @Traced(false)
    public String callingQuietly(Shop shop) {
      return shop.tenant();
    }

    @Traced
    public String callingThroughQuiet(Shop shop) {
      return shop.callingQuietly(shop);
    }

    @WithSpan
    public String tenant() {
      return Baggage.current().getEntryValue("tenant");
    }

    @Traced
    public String callingAlone(Shop shop) {
      return shop.alone() + shop.aloneWithSpan();
    }

    @Traced(inheritContext = false)
    public String alone() {
      return Baggage.current().getEntryValue("tenant");
    }

    @WithSpan(inheritContext = false)
    public String aloneWithSpan() {
      return Baggage.current().getEntryValue("tenant");
    }
  }

  /** Annotated as a whole. */
  @Traced
  @ApplicationScoped
  public static class TracedShop {
    public void buy() {}

    @Traced(operationName = "renamed")
    public void renamed() {}

    @WithSpan("spanned")
    public void spanned() {}

    @Traced(false)
    public void optedOut() {}
  }

  /** Annotated by inheritance. */
  @ApplicationScoped
  @Typed(SubShop.class)
  public static class SubShop extends TracedShop {
    public void own() {}
  }

  /** Opts out of its inheritance. */
  @Traced(false)
  @ApplicationScoped
  @Typed(QuietSubShop.class)
  public static class QuietSubShop extends TracedShop {}

  /** Inherits annotated methods. */
  @ApplicationScoped
  @Typed(PlainSubShop.class)
  public static class PlainSubShop extends Shop {
    @Override
    public void traced() {}
  }

  /** Opts out, but for one method. */
  @Traced(false)
  @ApplicationScoped
  public static class QuietShop {
    @WithSpan
    public void loud() {}

    @Traced
    public void traced() {}

    public void quiet() {}
  }

  /** Annotates what it is on. */
  @Traced(operationName = "service")
  @ApplicationScoped
  @Stereotype
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Service {}

  /** Annotates by the one on it. */
  @Service
  @Stereotype
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface InnerService {}

  /** Annotated by a stereotype. */
  @Service
  public static class ServiceShop {
    public void buy() {}

    @Traced(false)
    public void optedOut() {}

    @WithSpan("nearer")
    public void spanned() {}
  }

  /** Annotated by the stereotype of a stereotype. */
  @InnerService
  public static class InnerServiceShop {
    public void buy() {}
  }

  /** Opts out of its stereotype. */
  @Service
  @Traced(false)
  public static class QuietServiceShop {
    public void buy() {}
  }

  /** What a bean implements. */
  public interface Buying<T> {
    /** Annotated in the implementation. */
    void buy(T what);

    /** Annotated here, in vain. */
    @Traced
    void sell(T what);
  }

  /** Has a bridge method. */
  @Dependent
  public static class StringShop implements Buying<String> {
    @Traced
    @Override
    public void buy(String what) {}

    @Override
    public void sell(String what) {}
  }
}
