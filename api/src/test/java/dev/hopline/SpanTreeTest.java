// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTreeTest {
  private static final SpanTree PLAIN = new SpanTree(80, false, true);
  private static final SpanTree ASCII = new SpanTree(80, false, false);
  private static final SpanTree COLOR = new SpanTree(80, true, true);

  @Test
  void manyServices_areNamedWhereTheyChange() throws IOException {
    assertGolden("services", PLAIN.render(TreeSpans.platform()));
  }

  @Test
  void ascii_hasTheSameShape() throws IOException {
    assertGolden("ascii", ASCII.render(TreeSpans.platform()));
  }

  @Test
  void color_marksServicesErrorsAndTheHottestSpan() throws IOException {
    assertGolden("color", COLOR.render(TreeSpans.platform()));
  }

  @Test
  void oneService_standsInTheHeader() throws IOException {
    List<TreeSpan> spans =
        new TreeSpans()
            .in("prompts")
            .kind(SpanKind.SERVER)
            .status("200")
            .span("1", "GET /prompts/{id}", 0, 8_400)
            .kind(SpanKind.INTERNAL)
            .span("2<1", "PromptStore.find", 300, 7_900)
            .span("3<2", "select", 900, 2_300)
            .span("4<2", "select", 2_000, 4_100)
            .span("5<1", "PromptStore.touch", 8_000, 8_000)
            .list();
    assertGolden("nested", PLAIN.render(spans));
  }

  @Test
  void async_showsHowLongItOutlivedItsParent() throws IOException {
    List<TreeSpan> spans =
        new TreeSpans()
            .in("meter")
            .kind(SpanKind.SERVER)
            .status("202")
            .span("1", "POST /charge", 0, 2_000)
            .kind(SpanKind.INTERNAL)
            .span("2<1", "Ledger.write", 1_000, 1_503_000)
            .span("3<2", "commit", 1_400_000, 1_502_000)
            .span("4<1", "Audit.note", 1_500, 40_000)
            .list();
    assertGolden("async", PLAIN.render(spans));
  }

  @Test
  void wideNames_endInAnEllipsis() throws IOException {
    TreeSpans spans =
        new TreeSpans().kind(SpanKind.SERVER).error("503 UpstreamUnavailableException");
    spans.span("0", "GET /a/very/long/route/{with}/{many}/{variables}/{and}/more", 0, 90_000_000);
    spans.in("a-service-with-a-very-long-name").status("200").kind(SpanKind.SERVER);
    spans.span("1<0", "GET /a/very/long/route/{with}/{many}/{variables}", 1_000, 89_000_000);
    spans.kind(SpanKind.INTERNAL).span("2<1", "日本語の名前はセルを二つずつ取るので長い", 2_000, 60_000);
    spans.span("3<2", "ends \u001b[31mred\nhere", 2_500, 91_000);
    for (int i = 4; i < 24; i++) {
      spans.span(i + "<" + (i - 1), "level " + i, 2_500 + i, 50_000 - i);
    }
    assertGolden("wide", PLAIN.render(spans.list()));
  }

  @Test
  void orphans_areRootsWithAMark() throws IOException {
    List<TreeSpan> spans =
        new TreeSpans()
            .in("identity")
            .kind(SpanKind.SERVER)
            .status("401")
            .span("2<far", "GET /whoami", 0, 900)
            .error("500")
            .span("4<away", "GET /keys", 1_000, 1_400)
            .kind(SpanKind.INTERNAL)
            .span("3<2", "Tokens.check", 100, 700)
            .list();
    assertGolden("orphans", PLAIN.render(spans));
  }

  @Test
  void traces_areDrawnOneByOne() {
    List<TreeSpan> spans = new ArrayList<>(new TreeSpans().span("1", "one", 0, 1).list());
    TreeSpan one = spans.get(0);
    spans.add(copy(one, "b".repeat(32), "1", null));
    assertThat(PLAIN.render(spans).lines().filter(line -> line.startsWith("●"))).hasSize(2);
  }

  @Test
  void nothing_drawsNothing() {
    assertThat(PLAIN.render(List.of())).isEmpty();
  }

  @Test
  void width_hasAFloor() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SpanTree(71, false, false));
  }

  @Test
  void selfTime_countsOverlappingChildrenOnce() {
    List<TreeSpan> spans =
        new TreeSpans()
            .span("1", "root", 0, 100_000)
            .span("2<1", "a", 10_000, 60_000)
            .span("3<1", "b", 20_000, 30_000)
            .span("4<1", "c", 50_000, 70_000)
            .span("5<1", "late", 90_000, 200_000)
            .span("6<1", "early", -50_000, 5_000)
            .list();
    // Covered: 0-5, 10-70 and 90-100 of 100 ms.
    assertThat(TreeNode.roots(spans).get(0).selfNanos()).isEqualTo(25_000_000);
  }

  @Test
  void duplicates_areShownOnce() {
    List<TreeSpan> spans = new ArrayList<>(TreeSpans.platform());
    spans.addAll(TreeSpans.platform());
    assertThat(PLAIN.render(spans)).isEqualTo(PLAIN.render(TreeSpans.platform()));
  }

  @Test
  void circles_areCutAtTheirEarliestSpan() {
    List<TreeSpan> spans =
        new TreeSpans()
            .span("1<3", "one", 0, 1_000)
            .span("2<1", "two", 1, 900)
            .span("3<2", "three", 2, 800)
            .span("4<4", "self", 3, 700)
            .list();
    assertThat(PLAIN.render(spans)).contains("⋯ one", "└─ two", "   └─ three", "⋯ self");
  }

  @Test
  void deepChain_costsNoStack() {
    TreeSpans spans = new TreeSpans().span("0", "root", 0, 100_000);
    for (int i = 1; i < 2_000; i++) {
      spans.span(i + "<" + (i - 1), "deep", i, 100_000 - i);
    }
    assertThat(PLAIN.render(spans.list()).lines()).hasSize(2_001);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyInput_keepsWithinTheWidthAndShowsEachSpanOnce(long seed) {
    Random random = new Random(seed);
    for (int run = 0; run < 50; run++) {
      List<TreeSpan> spans = random(random);
      int width = 72 + random.nextInt(60);
      String drawn = new SpanTree(width, false, random.nextBoolean()).render(spans);
      assertThat(drawn.lines().mapToInt(Cells::width).max())
          .matches(max -> max.getAsInt() <= width);
      long ids = spans.stream().map(TreeSpan::spanId).distinct().count();
      assertThat(drawn.lines().filter(line -> line.endsWith(" self"))).hasSize((int) ids);
    }
  }

  private static List<TreeSpan> random(Random random) {
    TreeSpans spans = new TreeSpans();
    int count = 1 + random.nextInt(40);
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder();
      random.ints(random.nextInt(60), 0, 0x2_0000).forEach(name::appendCodePoint);
      long start = random.nextLong(1_000_000_000);
      spans.in("s".repeat(random.nextInt(30)) + random.nextInt(5));
      if (random.nextBoolean()) {
        spans.error("E".repeat(random.nextInt(50)));
      }
      String parent = random.nextInt(5) == 0 ? "" : "<" + random.nextInt(50);
      long end = start + random.nextLong(1L << random.nextInt(44)) - 5;
      spans.span(random.nextInt(50) + parent, name.toString(), start, end);
    }
    List<TreeSpan> list = new ArrayList<>(spans.list());
    Collections.shuffle(list, random);
    return list;
  }

  private static TreeSpan copy(TreeSpan span, String trace, String id, String parent) {
    return new TreeSpan(
        trace,
        id,
        parent,
        span.service(),
        span.name(),
        span.kind(),
        span.startNanos(),
        span.endNanos(),
        span.error(),
        span.status());
  }

  /** The drawing is left in {@code target/trees}, to be compared and copied when it is meant. */
  private static void assertGolden(String name, String actual) throws IOException {
    Path drawn = Files.createDirectories(Path.of("target", "trees")).resolve(name + ".txt");
    Files.writeString(drawn, actual);
    try (InputStream in = SpanTreeTest.class.getResourceAsStream("/trees/" + name + ".txt")) {
      assertThat(in).as("trees/%s.txt", name).isNotNull();
      assertThat(actual).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
