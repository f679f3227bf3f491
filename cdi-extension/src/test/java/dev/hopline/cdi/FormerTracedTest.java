// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.opentracing.Traced;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** MicroProfile OpenTracing's annotation beside ours, and where it cannot be or means a request. */
class FormerTracedTest {
  private static List<String> names(List<SpanData> spans) {
    return spans.stream().map(span -> span.getKind() + " " + span.getName()).toList();
  }

  /** The names, by kind, of the spans of one request that a bean's method serves. */
  private static List<String> spansOfRequest(Consumer<Books> method) {
    try (var application = Application.start(Books.class)) {
      HttpSpan server = Tracing.current().server().start(Map.of("method", "GET"), new MapRequest());
      try (Scope ignored = server.makeCurrent()) {
        server.route("/books");
        method.accept(application.bean(Books.class));
      }
      server.end(200, null);
      return names(application.spans());
    }
  }

  @Test
  void operationName_namesTheServerSpan() {
    assertThat(spansOfRequest(Books::named)).containsExactly("SERVER list");
  }

  @Test
  void tracedResourceMethod_isNoSecondSpan() {
    assertThat(spansOfRequest(Books::traced)).containsExactly("SERVER GET /books");
  }

  @Test
  void optedOut_takesTheServerSpanBack() {
    assertThat(spansOfRequest(Books::quiet)).isEmpty();
  }

  @Test
  void newAnnotationBesideIt_counts() {
    try (var application = Application.start(Both.class)) {
      application.bean(Both.class).traced();
      application.bean(Both.class).quiet();
      application.bean(Both.class).spanned();
      assertThat(names(application.spans(2)))
          .containsExactly("INTERNAL new", "INTERNAL Both.spanned");
    }
  }

  @Test
  void subclass_doesNotInheritIt() {
    try (var application = Application.start(Sub.class)) {
      application.bean(Sub.class).own();
      application.bean(Sub.class).traced();
      assertThat(names(application.spans(1))).containsExactly("INTERNAL new");
    }
  }

  @Test
  void methodsThatCannotBeBound_areReportedOnce() {
    try (var application = Application.start(Unseen.class)) {
      assertThat(application.bean(Unseen.class).all()).isEqualTo("private static");
      assertThat(application.onlySpan().getName()).isEqualTo("Unseen.all");
      assertThat(application.warnings())
          .containsExactlyInAnyOrder(
              BindingTest.line(Unseen.class, "own", "private"),
              BindingTest.line(Unseen.class, "shared", "static"));
    }
  }

  @Test
  @Tag("weld") // OpenWebBeans looks at the class itself, and refuses to deploy it.
  void finalMethodOfItsClass_isReported_andTheOthersAreSpans() {
    try (var application = Application.start(Final.class)) {
      application.bean(Final.class).traced();
      assertThat(application.bean(Final.class).last()).isEqualTo("final");
      assertThat(application.onlySpan().getName()).isEqualTo("Final.traced");
      assertThat(application.warnings())
          .containsExactly(BindingTest.line(Final.class, "last", "final"));
    }
  }

  @Path("books")
  @ApplicationScoped
  static class Books {
    @GET
    @Traced
    void traced() {}

    @GET
    @Traced(operationName = "list")
    void named() {}

    @GET
    @Traced(false)
    void quiet() {}
  }

  @Traced(operationName = "of the class")
  @ApplicationScoped
  static class Both {
    @Traced(operationName = "old")
    @dev.hopline.Traced(operationName = "new")
    void traced() {}

    @Traced
    @dev.hopline.Traced(false)
    void quiet() {}

    @WithSpan
    void spanned() {}
  }

  @ApplicationScoped
  static class Sub extends Both {
    void own() {}
  }

  @Dependent
  static class Unseen {
    @Traced
    String all() {
      return own() + shared() + quiet();
    }

    @Traced
    private String own() {
      return "private ";
    }

    @Traced
    static String shared() {
      return "static";
    }

    @Traced(false)
    private String quiet() {
      return "";
    }
  }

  @Traced
  @Dependent
  static class Final {
    void traced() {}

    final String last() {
      return "final";
    }
  }
}
