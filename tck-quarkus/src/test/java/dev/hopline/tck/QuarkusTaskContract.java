// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.tck.quarkus.QuarkusTaskResource;
import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The threads that work for one request share its Vert.x context, and still each has its own span.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuarkusTaskContract {
  @RegisterExtension final TracedApplication app;

  QuarkusTaskContract(TracingRuntime runtime) {
    app = new TracedApplication(runtime);
  }

  @Test
  void tasksAtATime_areBelowTheirOwnSpans() throws IOException, InterruptedException {
    assertOwnSpans(get("quarkus/tasks/parallel"), QuarkusTaskResource.TASKS);
  }

  @Test
  void taskOnTheEventLoop_isBelowItsOwnSpan() throws IOException, InterruptedException {
    assertOwnSpans(get("quarkus/tasks/event-loop"), 1);
  }

  private void assertOwnSpans(ReceivedSpan server, int tasks) {
    assertChild("beside", server);
    for (int i = 0; i < tasks; i++) {
      ReceivedSpan outer = assertChild("outer-" + i, server);
      ReceivedSpan task = assertChild("task-" + i, outer);
      assertChild("inner-" + i, task);
    }
  }

  @Test
  void pipeline_isBelowTheSpanWhereItWasMade() throws IOException, InterruptedException {
    ReceivedSpan server = get("quarkus/tasks/pipeline");

    assertChild("task", assertChild("outer", server));
  }

  /** What was made in one request must not be below it in another. */
  @RepeatedTest(2)
  void pipelineOfAllRequests_isOfTheRequestThatUsesIt() throws IOException, InterruptedException {
    assertChild("shared", get("quarkus/tasks/shared"));
  }

  /** The span of a request that must be current at its end. */
  private ReceivedSpan get(String path) throws IOException, InterruptedException {
    String body = app.get(path).body();
    ReceivedSpan server = app.takeServer("GET", path, 200);
    assertThat(body).isEqualTo(server.traceId() + "-" + server.spanId());
    return server;
  }

  private ReceivedSpan assertChild(String name, ReceivedSpan parent) {
    ReceivedSpan child = app.spans.take(name, span -> span.name().equals(name));
    assertThat(child.isChildOf(parent)).as("%s is child of %s", child, parent).isTrue();
    return child;
  }
}
