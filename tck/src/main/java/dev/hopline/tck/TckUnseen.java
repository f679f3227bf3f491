// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import dev.hopline.Traced;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Beans with methods that are called without CDI, and annotated in vain. */
public final class TckUnseen {
  static final Class<?>[] BEANS = {Methods.class, Calling.class, Injected.class};

  private TckUnseen() {}

  /** What nothing can intercept. */
  @Dependent
  public static class Methods {
    /** Not even that. */
    @WithSpan
    public Methods() {}

    /** What all of them return. */
    public String all() {
      return ofThis() + ofClass() + last() + quiet();
    }

    @WithSpan
    private String ofThis() {
      return "private ";
    }

    @Traced
    static String ofClass() {
      return "static ";
    }

    @WithSpan
    final String last() {
      return "final";
    }

    @Traced(false)
    private String quiet() {
      return "";
    }
  }

  /** Calls its own method. */
  @ApplicationScoped
  public static class Calling {
    /** Calls it. */
    public String outer() {
      return inner();
    }

    /** A span when it is called from elsewhere. */
    @Traced
    public String inner() {
      return "inner";
    }
  }

  /** Calls its own method through CDI. */
  @ApplicationScoped
  public static class Injected {
    @Inject Injected self;

    /** Calls it. */
    public String outer() {
      return self.inner();
    }

    /** A span. */
    @Traced
    public String inner() {
      return "inner";
    }
  }
}
