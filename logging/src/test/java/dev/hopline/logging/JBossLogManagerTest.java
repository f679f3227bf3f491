// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.MDC;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.AsyncHandler;
import org.jboss.logmanager.handlers.WriterHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** JBoss LogManager as the log manager of the virtual machine, which is how Quarkus has it. */
class JBossLogManagerTest extends LogContract {
  private static final String FORMAT =
      "%m trace_id=%X{trace_id} span_id=%X{span_id} trace_flags=%X{trace_flags}"
          + " traceId=%X{traceId} spanId=%X{spanId} sampled=%X{sampled}%n";

  private static final String FQCN = JBossLogManagerTest.class.getName();

  private final StringWriter written = new StringWriter();
  private final WriterHandler handler = new WriterHandler();
  private Logger logger = Logger.getLogger("");
  private Handler added = handler;

  @BeforeEach
  void addHandler() {
    handler.setFormatter(new PatternFormatter(FORMAT));
    handler.setWriter(written);
    logger.addHandler(handler);
  }

  @AfterEach
  void removeHandler() {
    logger.removeHandler(added);
  }

  @Override
  void log(String message) {
    java.util.logging.Logger.getLogger("shop").info(message);
  }

  @Override
  List<String> lines() {
    return written.toString().lines().toList();
  }

  private void move(Logger to, Handler with) {
    removeHandler();
    logger = to;
    added = with;
    logger.addHandler(with);
  }

  @Test
  void line_hasTheSpanInTheWordsOfQuarkus_too() {
    start("always_off");
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      assertThat(logged("in it"))
          .endsWith(
              " traceId="
                  + span.getSpanContext().getTraceId()
                  + " spanId="
                  + span.getSpanContext().getSpanId()
                  + " sampled=false");
    }
    span.end();
  }

  @Test
  void jsonFormatter_hasTheSpanInItsMdc() {
    handler.setFormatter(new JsonFormatter());
    start("always_on");
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      assertThat(logged("in JSON"))
          .contains("\"trace_id\":\"" + span.getSpanContext().getTraceId() + '"')
          .contains("\"sampled\":\"true\"");
    }
    span.end();
  }

  @Test
  void handlerOfACategory_hasTheSpan() {
    move(Logger.getLogger("shop"), handler);
    start("always_on");
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      assertThat(logged("in the category")).contains(fields(span));
    }
    span.end();
  }

  @Test
  void asynchronousHandler_hasTheSpanOfTheThreadThatLogs() {
    AsyncHandler async = new AsyncHandler();
    async.addHandler(handler);
    move(Logger.getLogger(""), async);
    start("always_on");
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      log("handed over");
    }
    span.end();
    await()
        .untilAsserted(
            () ->
                assertThat(lines())
                    .filteredOn(line -> line.contains("handed over"))
                    .singleElement()
                    .asString()
                    .contains(fields(span)));
    async.close();
  }

  @Test
  void whatTheApplicationHasPutThere_stays() {
    start("always_on");
    MDC.put("traceId", "its own");
    Span span = span();
    try (Scope ignored = span.makeCurrent()) {
      assertThat(logged("both")).contains("traceId=its own", fields(span));
      assertThat(MDC.copy()).containsOnlyKeys("traceId");
    } finally {
      MDC.remove("traceId");
    }
    span.end();
  }

  @Test
  void nothing_remainsOfAClosedTracing() {
    Handler[] before = logger.getHandlers();
    start("always_on").close();
    assertThat(logger.getHandlers()).containsExactly(before);
    assertThat(Arrays.asList(before)).contains(handler);
  }

  @Test
  void printfMessage_isExportedAsItReads() {
    start("always_on", KeptRecords.NAME);
    Logger shop = Logger.getLogger("shop");
    shop.log(FQCN, Level.INFO, "%d of %s", FormatStyle.PRINTF, new Object[] {3, "tea"}, null);
    shop.log(Level.INFO, "{0} of {1}", new Object[] {4, "milk"});
    shop.info("100%");
    close();

    assertThat(KeptRecords.bodies()).containsSubsequence("3 of tea", "4 of milk", "100%");
  }
}
