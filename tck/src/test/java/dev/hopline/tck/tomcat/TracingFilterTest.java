// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.HttpSpan;
import dev.hopline.Tracing;
import dev.hopline.jaxrs.servlet.TracingFilter;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.Registered;
import dev.hopline.tck.SpanInbox;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web applications without Jakarta REST, of which each request is one span without a route. */
class TracingFilterTest {
  private static final OtlpReceiver RECEIVER = OtlpReceiver.open();
  private static Tracing tracing;

  @RegisterExtension final SpanInbox spans = SpanInbox.of(RECEIVER);
  private TomcatServer server;
  private Context application;

  @BeforeAll
  static void startTracing() {
    tracing =
        Tracing.builder("tck")
            .otlpEndpoint(RECEIVER.endpoint())
            .properties(Map.of("otel.bsp.schedule.delay", "20"))
            .start();
  }

  @AfterAll
  static void stopTracing() {
    tracing.close();
    RECEIVER.close();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "forward", "async", "dispatch"})
  void request_isOneSpanWithoutARoute(String path) throws Exception {
    String current = get(start(Registered.BY_SERVICE), path).body();

    ReceivedSpan span = spans.takeServer();
    assertThat(span.name()).isEqualTo("GET");
    assertThat(span.status()).isEqualTo(StatusCode.UNSET);
    assertThat(span.attributes())
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("url.path", "/" + path)
        .doesNotContainKey("http.route");
    assertThat(current).isEqualTo(span.spanId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"throws", "sendError"})
  void errorPage_isPartOfTheSpanAndHasTheLastWord(String path) throws Exception {
    HttpResponse<String> response = get(start(Registered.BY_SERVICE), path);

    ReceivedSpan span = spans.takeServer();
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo(span.spanId());
    assertThat(span.attributes())
        .containsEntry("http.response.status_code", 503L)
        .containsEntry("error.type", "503");
    assertThat(span.exceptions()).hasSize(path.equals("throws") ? 1 : 0);
  }

  @Test
  void exceptionWithoutAnInitializer_isA500() throws Exception {
    assertThat(get(start(Registered.BY_HAND), "throws").statusCode()).isEqualTo(503);

    // The error page comes after the filter, and nobody tells of its end.
    assertThat(spans.takeServer().attribute("error.type")).isEqualTo("500");
  }

  @Test
  void answerThatComesTooLate_leavesTheExceptionThatItIsTo() throws Exception {
    get(start(Registered.BY_SERVICE), "answersTooLate");

    ReceivedSpan span = spans.takeServer();
    assertThat(span.status()).isEqualTo(StatusCode.ERROR);
    assertThat(span.attributes())
        .containsEntry("http.response.status_code", 200L)
        .containsEntry("error.type", IllegalStateException.class.getName());
    assertThat(span.exceptions())
        .singleElement()
        .extracting(event -> event.get("exception.type"))
        .isEqualTo(IllegalStateException.class.getName());
  }

  @Test
  void filterRegisteredTwice_isOneSpanAndOneLine() throws Exception {
    List<String> lines =
        linesOf(
            () -> {
              get(start(Registered.TWICE), "ok");
              get(server.uri("/"), "async");
            });

    assertThat(spans.takeServer().attribute("url.path")).isEqualTo("/ok");
    assertThat(spans.takeServer().attribute("url.path")).isEqualTo("/async");
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).startsWith("INFO").contains("twice");
  }

  @Test
  void filterThatIsSwitchedOff_makesNoSpan() throws Exception {
    Map<String, String> off = Map.of("otel.instrumentation.servlet.enabled", "false");
    try (Tracing rest =
        Tracing.builder("tck").otlpEndpoint(RECEIVER.endpoint()).properties(off).start()) {
      assertThat(get(start(Registered.BY_SERVICE), "ok").body()).isEqualTo(SpanId.getInvalid());
      assertThat(rest.server().tracesServlets()).isFalse();
    }
    // The end of tracing has sent what there was: nothing, as is looked after.
  }

  /** As Tomcat does when files of the application have changed, or an operator asks for it. */
  @ParameterizedTest
  @EnumSource(Registered.class)
  void reloadedApplication_isTracedAsBefore(Registered registered) throws Exception {
    URI root = start(registered);
    get(root, "ok");
    assertThat(spans.takeServer().attribute("url.path")).isEqualTo("/ok");

    List<String> lines = linesOf(application::reload);

    String current = get(root, "ok").body();
    assertThat(spans.takeServer().spanId()).isEqualTo(current);
    assertThat(lines).hasSize(registered == Registered.TWICE ? 1 : 0);
  }

  private static List<String> linesOf(Action action) throws Exception {
    List<String> lines = new ArrayList<>();
    Handler handler = new Lines(lines);
    Logger log = Logger.getLogger(TracingFilter.class.getName());
    log.addHandler(handler);
    try {
      action.run();
    } finally {
      log.removeHandler(handler);
    }
    return lines;
  }

  private URI start(Registered registered) throws Exception {
    server = new TomcatServer(registered, tracing);
    application = server.deploy("/", new Pages());
    ErrorPage page = new ErrorPage();
    page.setErrorCode(500);
    page.setLocation("/error");
    application.addErrorPage(page);
    return server.start("/");
  }

  private static HttpResponse<String> get(URI root, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
  }

  /** Each page answers with the id of the span that is current when it is made. */
  private static final class Pages extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      switch (request.getPathInfo()) {
        case "/forward" -> request.getRequestDispatcher("/ok").forward(request, response);
        case "/dispatch" -> request.startAsync().dispatch("/ok");
        case "/async" -> {
          String current = current();
          request
              .startAsync()
              .start(
                  () -> {
                    try {
                      request.getAsyncContext().getResponse().getWriter().write(current);
                      request.getAsyncContext().complete();
                    } catch (IOException gone) {
                      throw new IllegalStateException(gone);
                    }
                  });
        }
        case "/throws" -> throw new ServletException(new IllegalStateException("thrown"));
        case "/answersTooLate" -> answerTooLate(request, response);
        case "/sendError" -> response.sendError(500);
        case "/error" -> {
          response.setStatus(503);
          response.getWriter().write(current());
        }
        default -> response.getWriter().write(current());
      }
    }

    /** As CXF does if an event's thread sends the head while the method's exception is mapped. */
    private static void answerTooLate(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      HttpSpan span = HttpSpan.current();
      AsyncContext suspended = request.startAsync();
      TracingFilter.broken(span, request, response, new IllegalStateException("thrown"));
      response.flushBuffer();
      TracingFilter.broken(span, request, response, new IOException("the head has gone out"));
      suspended.complete();
    }

    private static String current() {
      return Span.current().getSpanContext().getSpanId();
    }
  }

  private interface Action {
    void run() throws Exception;
  }

  private static final class Lines extends Handler {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getLevel() + " " + line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
