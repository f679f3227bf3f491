// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.HttpSpan;
import dev.hopline.Traced;
import dev.hopline.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A method that serves a request has its span already: the SERVER span. */
class ResourceMethodTest {
  /** The names, by kind, of the spans of one request that a bean's method serves. */
  private static <T> List<String> spansOfRequest(Class<T> resource, Consumer<T> method) {
    try (var application = Application.start(resource)) {
      HttpSpan server = Tracing.current().server().start(Map.of("method", "GET"), new MapRequest());
      try (Scope ignored = server.makeCurrent()) {
        server.route("/books");
        method.accept(application.bean(resource));
      }
      server.end(200, null);
      return application.spans().stream()
          .map(span -> span.getKind() + " " + span.getName())
          .toList();
    }
  }

  @Test
  void tracedResourceMethod_isNoSecondSpan() {
    assertThat(spansOfRequest(Books.class, Books::traced)).containsExactly("SERVER GET /books");
  }

  @Test
  void operationName_namesTheServerSpan() {
    assertThat(spansOfRequest(Books.class, Books::named)).containsExactly("SERVER list");
  }

  @Test
  void optedOut_takesTheServerSpanBack_andLeavesNoOrphan() {
    assertThat(spansOfRequest(Quiet.class, Quiet::optedOut)).isEmpty();
    assertThat(spansOfRequest(Quiet.class, Quiet::traced)).containsExactly("SERVER GET /books");
  }

  @Test
  void optedOutMethodThatServesNoRequest_leavesTheServerSpanAlone() {
    assertThat(spansOfRequest(Quiet.class, Quiet::helper)).containsExactly("SERVER GET /books");
  }

  @Test
  void attributesOfATracedMethod_areTheServerSpans() {
    try (var application = Application.start(Books.class)) {
      HttpSpan server = Tracing.current().server().start(Map.of("method", "GET"), new MapRequest());
      try (Scope ignored = server.makeCurrent()) {
        application.bean(Books.class).attributed("red");
      }
      server.end(200, null);
      assertThat(application.onlySpan().getAttributes().get(stringKey("color"))).isEqualTo("red");
    }
  }

  @Test
  void withSpan_isASpanOfItsOwn() {
    assertThat(spansOfRequest(Books.class, Books::withSpan))
        .containsExactly("INTERNAL Books.withSpan", "SERVER GET /books");
  }

  @Test
  void annotatedInterface_countsAsTheMethod() {
    assertThat(spansOfRequest(BooksImpl.class, books -> books.create("x")))
        .containsExactly("SERVER create");
  }

  @Test
  void annotatedSuperclass_countsAsTheMethod() {
    assertThat(spansOfRequest(MoreBooks.class, MoreBooks::traced))
        .containsExactly("SERVER GET /books");
  }

  @Test
  void methodThatServesNoRequest_isASpanWithinARequest() {
    assertThat(spansOfRequest(Books.class, Books::locator))
        .containsExactly("INTERNAL Books.locator", "SERVER GET /books");
  }

  @Test
  void resourceMethodOutsideARequest_isASpan() {
    try (var application = Application.start(Books.class)) {
      application.bean(Books.class).named();
      SpanData span = application.onlySpan();
      assertThat(span.getName()).isEqualTo("list");
      assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
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
    @Traced
    void attributed(@SpanAttribute("color") String color) {}

    @GET
    @WithSpan
    void withSpan() {}

    @Path("shelf")
    @Traced
    void locator() {}
  }

  @Path("quiet")
  @Traced
  @ApplicationScoped
  static class Quiet {
    @Inject Tracer tracer;

    @GET
    void traced() {}

    @GET
    @Traced(false)
    void optedOut() {
      tracer.spanBuilder("below").startSpan().end();
    }

    @Traced(false)
    void helper() {}
  }

  @ApplicationScoped
  static class MoreBooks extends Books {
    @Override
    @Traced
    void traced() {}
  }

  interface Creating<T> {
    @POST
    void create(T what);
  }

  @ApplicationScoped
  static class BooksImpl implements Creating<String> {
    @Override
    @Traced(operationName = "create")
    public void create(String what) {}
  }
}
