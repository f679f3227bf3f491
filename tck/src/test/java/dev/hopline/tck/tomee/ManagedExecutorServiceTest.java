// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.tomee;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import dev.hopline.tck.OtlpReceiver;
import dev.hopline.tck.ReceivedSpan;
import dev.hopline.tck.SpanInbox;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jakarta Concurrency of TomEE takes the current context along, as the application gets it. */
@Tag("tomee")
class ManagedExecutorServiceTest {
  private static final OtlpReceiver RECEIVER = OtlpReceiver.open();
  private static final int LIMIT_SECONDS = 20;

  @RegisterExtension final SpanInbox spans = SpanInbox.of(RECEIVER);

  private static InitialContext resources;
  private static Tracing tracing;

  @BeforeAll
  static void open() throws NamingException {
    Properties settings = new Properties();
    settings.put(
        "java.naming.factory.initial", "org.apache.openejb.core.LocalInitialContextFactory");
    settings.put("openejb.deployments.classpath", "false");
    settings.put("executor", "new://Resource?type=ManagedExecutorService");
    settings.put("scheduled", "new://Resource?type=ManagedScheduledExecutorService");
    settings.put("contexts", "new://Resource?type=ContextService");
    resources = new InitialContext(settings);
    tracing =
        Tracing.builder("tomee")
            .otlpEndpoint(RECEIVER.endpoint())
            .properties(Map.of("otel.bsp.schedule.delay", "20", "otel.metrics.exporter", "none"))
            .start();
  }

  @AfterAll
  static void close() throws NamingException {
    tracing.close();
    resources.close();
    RECEIVER.close();
  }

  private static <T> T resource(Class<T> type, String name) throws NamingException {
    return type.cast(resources.lookup("openejb:Resource/" + name));
  }

  private static ManagedExecutorService executor() throws NamingException {
    return resource(ManagedExecutorService.class, "executor");
  }

  @Test
  void submittedTask_isBelowTheCaller() throws Exception {
    assertBelowTheCaller(task -> executor().submit(task));
  }

  @Test
  void stage_isBelowTheCaller() throws Exception {
    // Not runAsync: of that TomEE 10.1 returns a stage of Java, whose next ones know no context.
    assertBelowTheCaller(task -> executor().supplyAsync(() -> "").thenRunAsync(task));
  }

  @Test
  void scheduledTask_isBelowTheCaller() throws Exception {
    ManagedScheduledExecutorService scheduled =
        resource(ManagedScheduledExecutorService.class, "scheduled");
    assertBelowTheCaller(task -> scheduled.schedule(task, 1, MILLISECONDS));
  }

  @Test
  void contextualTask_isBelowTheCallerOnAnyThread() throws Exception {
    ContextService contexts = resource(ContextService.class, "contexts");
    assertBelowTheCaller(task -> new Thread(contexts.contextualRunnable(task)).start());
  }

  /** Has a task run, when the span of the caller has ended already. */
  private void assertBelowTheCaller(Start way) throws Exception {
    CompletableFuture<Void> returned = new CompletableFuture<>();
    CompletableFuture<Context> after = new CompletableFuture<>();
    Span caller = tracing.tracer().spanBuilder("caller").startSpan();
    try (Scope ignored = caller.makeCurrent()) {
      way.start(
          () -> {
            returned.join();
            tracing.tracer().spanBuilder("task").startSpan().end();
            after.complete(Context.current());
          });
    } finally {
      caller.end();
    }
    returned.complete(null);

    ReceivedSpan parent = spans.take("caller", span -> span.name().equals("caller"));
    ReceivedSpan task = spans.take("task", span -> span.name().equals("task"));
    assertThat(task.isChildOf(parent)).as("%s is child of %s", task, parent).isTrue();
    assertThat(Span.fromContext(after.get(LIMIT_SECONDS, SECONDS)).getSpanContext())
        .isEqualTo(caller.getSpanContext());
  }

  @Test
  void threadsAfterTasks_areClean() throws Exception {
    submittedTask_isBelowTheCaller();

    assertThat(contextOfNextTask()).isSameAs(Context.root());
  }

  private static Context contextOfNextTask()
      throws NamingException, ExecutionException, InterruptedException, TimeoutException {
    return executor().submit(Context::current).get(LIMIT_SECONDS, SECONDS);
  }

  private interface Start {
    void start(Runnable task) throws Exception;
  }
}
