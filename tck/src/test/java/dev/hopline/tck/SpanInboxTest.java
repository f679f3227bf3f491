// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

class SpanInboxTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String OTHER = "0af7651916cd43dd8448eb211c80319d";

  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final SpanInbox inbox = SpanInbox.of(receiver);

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void take_takesTheFirstOfItsKind() {
    ReceivedSpan server = span(TRACE, 1, 2, SpanKind.SERVER);
    ReceivedSpan client = span(TRACE, 2, 0, SpanKind.CLIENT);
    ReceivedSpan second = span(TRACE, 3, 2, SpanKind.SERVER);
    List.of(server, client, second).forEach(inbox);

    assertThat(inbox.takeClient()).isSameAs(client);
    assertThat(inbox.takeServer()).isSameAs(server);
    assertThat(inbox.take(span -> span.isChildOf(client))).isSameAs(second);
    assertThatCode(inbox::assertEmpty).doesNotThrowAnyException();
  }

  @Test
  void takeTrace_leavesTheSpansOfOthers() {
    ReceivedSpan ours = span(TRACE, 1, 0, SpanKind.SERVER);
    ReceivedSpan child = span(TRACE, 2, 1, SpanKind.CLIENT);
    ReceivedSpan other = span(OTHER, 3, 0, SpanKind.SERVER);
    List.of(ours, other, child).forEach(inbox);

    assertThat(inbox.takeTrace(TRACE, 2)).containsExactly(ours, child);
    assertThat(inbox.take(1)).containsExactly(other);
  }

  @Test
  void take_waitsForASpanThatIsStillToCome() {
    CompletableFuture<ReceivedSpan> taken = CompletableFuture.supplyAsync(inbox::takeServer);
    ReceivedSpan span = span(TRACE, 1, 0, SpanKind.SERVER);
    inbox.accept(span);

    assertThat(taken.join()).isSameAs(span);
  }

  @Test
  void take_ofNothingListsWhatIsThere() {
    inbox.accept(span(TRACE, 1, 0, SpanKind.SERVER));

    assertThatThrownBy(inbox::takeClient)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no 1 CLIENT span within 10 s")
        .hasMessageContaining("SERVER 'GET' of books, trace " + TRACE);
  }

  @Test
  void manyLeftovers_areNotAllListed() {
    for (int id = 1; id <= 1000; id++) {
      inbox.accept(span(TRACE, id, 0, SpanKind.SERVER));
    }

    assertThatThrownBy(inbox::assertEmpty)
        .hasMessageContaining("span 0000000000000014")
        .hasMessageNotContaining("span 0000000000000015")
        .hasMessageEndingWith("and 980 more");
  }

  @Test
  void leftover_failsOnce() {
    inbox.accept(span(TRACE, 1, 0, SpanKind.SERVER));

    assertThatThrownBy(inbox::assertEmpty).hasMessageContaining("no test expected");
    assertThatCode(inbox::assertEmpty).doesNotThrowAnyException();
  }

  @Test
  void sameSpanTwice_fails() {
    inbox.accept(span(TRACE, 1, 0, SpanKind.SERVER));
    inbox.accept(span(TRACE, 1, 0, SpanKind.SERVER));

    assertThatThrownBy(inbox::takeServer).hasMessageContaining("exported twice");
  }

  @Test
  void parentOfAnotherTrace_fails() {
    inbox.accept(span(TRACE, 2, 1, SpanKind.SERVER));
    inbox.accept(span(OTHER, 1, 0, SpanKind.CLIENT));

    assertThatThrownBy(inbox::takeServer).hasMessageContaining("child of another trace");
  }

  @Test
  void markOfAStaleContext_fails() {
    Map<String, Object> attributes = Map.of(StaleContextMarker.ATTRIBUTE, true);
    inbox.accept(span(TRACE, "0000000000000001", "", SpanKind.SERVER, attributes, 2));

    assertThatThrownBy(inbox::assertEmpty).hasMessageContaining("carried another context");
  }

  @Test
  void endBeforeStart_fails() {
    inbox.accept(span(TRACE, "0000000000000001", "", SpanKind.SERVER, Map.of(), 0));

    assertThatThrownBy(inbox::takeServer).hasMessageContaining("ends before it starts");
  }

  @Test
  void asExtension_failsTheTestThatLeavesASpan() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(DiscoverySelectors.selectClass(Leaver.class))
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1, event(finishedWithFailure(message(text -> text.contains("no test expected")))));
  }

  /** Run by the test above alone: not a name that Surefire looks for. */
  static class Leaver {
    @RegisterExtension final SpanInbox inbox = SpanInbox.of(OtlpReceiver.open());

    @Test
    void leavesOne() {
      inbox.accept(span(TRACE, 1, 0, SpanKind.SERVER));
    }
  }

  private static ReceivedSpan span(String traceId, int id, int parent, SpanKind kind) {
    return span(
        traceId,
        "%016x".formatted(id),
        parent == 0 ? "" : "%016x".formatted(parent),
        kind,
        Map.of(),
        2);
  }

  private static ReceivedSpan span(
      String traceId,
      String id,
      String parent,
      SpanKind kind,
      Map<String, Object> attributes,
      long end) {
    return new ReceivedSpan(
        traceId,
        id,
        parent,
        "",
        1,
        "GET",
        kind,
        1,
        end,
        attributes,
        StatusCode.UNSET,
        "",
        List.of(),
        List.of(),
        "books",
        Map.of(),
        "scope");
  }
}
