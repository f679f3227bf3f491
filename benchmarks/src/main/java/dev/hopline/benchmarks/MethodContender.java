// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.util.List;

/** Who makes the span of a method. */
public enum MethodContender {
  /** No interceptor. */
  NONE,
  /** An interceptor that does nothing. */
  EMPTY,
  /** An interceptor that does nothing, and a span by hand within. */
  LIMIT,
  HOPLINE,
  SMALLRYE;

  boolean traces() {
    return this != NONE && this != EMPTY;
  }

  List<ClassPath.Part> parts() {
    return switch (this) {
      case NONE, EMPTY, LIMIT -> List.of(ClassPath.Part.WELD);
      case HOPLINE ->
          List.of(ClassPath.Part.WELD, ClassPath.Part.HOPLINE, ClassPath.Part.HOPLINE_CDI);
      case SMALLRYE -> List.of(ClassPath.Part.WELD, ClassPath.Part.SMALLRYE);
    };
  }

  Class<? extends Shop> shop() {
    return switch (this) {
      case NONE -> Shops.Plain.class;
      case EMPTY -> Shops.Intercepted.class;
      case LIMIT -> Shops.Manual.class;
      case HOPLINE -> Shops.Annotated.class;
      case SMALLRYE -> Shops.WithSpans.class;
    };
  }

  Class<?>[] beans() {
    return switch (this) {
      case NONE, HOPLINE -> new Class<?>[] {shop()};
      case EMPTY, LIMIT -> new Class<?>[] {shop(), Empty.Around.class};
      case SMALLRYE -> new Class<?>[] {shop(), SmallRyeSettings.class};
    };
  }
}
