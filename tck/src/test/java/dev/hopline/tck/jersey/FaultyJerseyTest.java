// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.Tracing;
import dev.hopline.tck.ParentContract;
import dev.hopline.tck.Registered;
import dev.hopline.tck.ServerContract;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Contracts find what they are there to find: here each runs on a Jersey with a fault. */
class FaultyJerseyTest {
  @Test
  void scopeThatNobodyCloses_isFoundWhenItsThreadServesAgain() {
    Events tests = run(LeavesAScope.class);

    assertThat(failures(tests)).anyMatch(text -> text.contains("carried another context"));
  }

  @Test
  void secondServerSpan_isFoundByEveryTest() {
    Events tests = run(MakesASecondSpan.class);

    assertThat(failures(tests)).isNotEmpty();
    tests.assertStatistics(statistics -> statistics.succeeded(0));
  }

  private static Events run(Class<?> contract) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(contract))
        .configurationParameter("hopline.compatibility.directory", "target/faulty")
        .execute()
        .testEvents();
  }

  private static List<String> failures(Events tests) {
    return tests.failed().stream().map(Event::getPayload).map(String::valueOf).toList();
  }

  /** Like the next one not of a name that Surefire looks for. */
  static class LeavesAScope extends ServerContract {
    LeavesAScope() {
      super(new JerseyRuntime(Registered.BY_SERVICE, Fault.class));
    }

    static class Fault implements ContainerRequestFilter {
      @Override
      public void filter(ContainerRequestContext request) {
        Context.root().with(ContextKey.named("left"), "behind").makeCurrent();
      }
    }
  }

  static class MakesASecondSpan extends ParentContract {
    MakesASecondSpan() {
      super(new JerseyRuntime(Registered.BY_SERVICE, Fault.class));
    }

    static class Fault implements ContainerRequestFilter {
      @Override
      public void filter(ContainerRequestContext request) {
        Tracing.current()
            .tracer()
            .spanBuilder("GET")
            .setNoParent()
            .setSpanKind(SpanKind.SERVER)
            .startSpan()
            .end();
      }
    }
  }
}
