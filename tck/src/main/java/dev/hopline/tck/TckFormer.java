// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.opentracing.Traced;

/** Beans that were written for MicroProfile OpenTracing, and left as they were. */
public final class TckFormer {
  static final Class<?>[] BEANS = {Orders.class, Stock.class};

  private TckFormer() {}

  /** With annotated methods. */
  @ApplicationScoped
  public static class Orders {
    /** Named by the class and the method. */
    @Traced
    public void place() {}

    /** Named by the annotation. */
    @Traced(operationName = "pay")
    public void settle() {}

    /** No span. */
    @Traced(false)
    public void quiet() {}

    /** No span, whatever its name would be. */
    @Traced(value = false, operationName = "nobody")
    public void quietAndNamed() {}

    /** No span: nothing asks for one. */
    public void plain() {}

    /** An error. */
    @Traced
    public void fail() {
      throw new IllegalStateException("out of stock");
    }

    /** Ends when the stage does. */
    @Traced(operationName = "deliver")
    public CompletionStage<String> deliver(CompletableFuture<String> parcel) {
      return parcel;
    }
  }

  /** With an annotated class. */
  @Traced
  @ApplicationScoped
  public static class Stock {
    /** Named by the class and the method. */
    public void take() {}

    /** Named by its own annotation. */
    @Traced(operationName = "count")
    public void audit() {}

    /** No span. */
    @Traced(false)
    public void quiet() {}
  }
}
