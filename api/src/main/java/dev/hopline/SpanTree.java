// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws traces as indented trees for a terminal, one line per span: service where it changes, name,
 * status, when it ran within the trace, duration, and self time, which is the duration without the
 * time in which a child was running.
 *
 * <p>A dashed branch marks a child that went on after its parent's end; three dots mark a span
 * whose parent is not among those given. Control characters are shown as escapes, what is too long
 * ends in an ellipsis. Immutable and thread-safe.
 *
 * @param width columns of the terminal, 72 at least
 * @param color whether to color by ANSI escapes
 * @param unicode whether to draw with box lines; otherwise all of the drawing is ASCII
 */
public record SpanTree(int width, boolean color, boolean unicode) {
  private static final int MIN_WIDTH = 72;
  private static final int BAR = 10;
  private static final int RIGHT = BAR + "  999 min  999 min self".length();

  /**
   * The drawing's look.
   *
   * @throws IllegalArgumentException when the width is below 72
   */
  public SpanTree {
    if (width < MIN_WIDTH) {
      throw new IllegalArgumentException("width " + width + " is below " + MIN_WIDTH);
    }
  }

  /** 80 columns, with colors and box lines where standard output can show them. */
  public static SpanTree forTerminal() {
    return new SpanTree(80, Terminal.hasColor(), Terminal.canEncode(TreeInk.UNICODE));
  }

  /**
   * Draws each trace among the spans, in order of first appearance.
   *
   * @param spans ended spans in any order; of spans with the same id the first counts
   * @return lines that each end in a line feed; empty when there is no span
   */
  public String render(Collection<TreeSpan> spans) {
    Map<String, List<TreeSpan>> traces = new LinkedHashMap<>();
    spans.forEach(s -> traces.computeIfAbsent(s.traceId(), id -> new ArrayList<>()).add(s));
    StringBuilder out = new StringBuilder();
    traces.values().forEach(trace -> new Drawing(trace).appendTo(out));
    return out.toString();
  }

  private TreeInk ink() {
    return unicode ? TreeInk.UNICODE : TreeInk.ASCII;
  }

  private String paint(String text, String ansi) {
    return color ? TreeInk.paint(text, ansi) : text;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** One trace and what all of its lines share. */
  private final class Drawing {
    private final List<TreeNode> nodes = new ArrayList<>();
    private final List<String> services;
    private final long start;
    private final long end;
    private final long hottest;

    Drawing(List<TreeSpan> spans) {
      TreeNode.roots(spans).forEach(root -> nodes.addAll(root.withDescendants()));
      Set<String> names = new LinkedHashSet<>();
      nodes.forEach(node -> names.add(node.span.service()));
      services = List.copyOf(names);
      start = nodes.stream().mapToLong(node -> node.span.startNanos()).min().orElse(0);
      end = nodes.stream().mapToLong(node -> node.span.endNanos()).max().orElse(0);
      hottest = nodes.stream().mapToLong(TreeNode::selfNanos).max().orElse(0);
    }

    void appendTo(StringBuilder out) {
      out.append(header()).append('\n');
      nodes.forEach(node -> out.append(line(node)).append('\n'));
    }

    private String header() {
      TreeInk ink = ink();
      String between = " " + ink.separator() + " ";
      List<String> facts = new ArrayList<>();
      facts.add(ink.duration(Math.max(0, end - start)));
      facts.add(count(nodes.size(), "span"));
      facts.add(services.size() == 1 ? services.get(0) : count(services.size(), "service"));
      int errors = (int) nodes.stream().filter(node -> node.span.error()).count();
      String id = nodes.get(0).span.traceId();
      int room = width - 4 - Cells.width(id);
      String tail = errors == 0 ? "" : between + count(errors, "error");
      String text = Cells.visible(String.join(between, facts));
      text = Cells.cut(text, room - tail.length(), ink.ellipsis());
      return ink.trace()
          + " "
          + paint(Cells.visible(id), TreeInk.BOLD)
          + "  "
          + text
          + paint(tail, TreeInk.RED);
    }

    private String line(TreeNode node) {
      TreeInk ink = ink();
      TreeLabel label = new TreeLabel(node, ink, services);
      int room = width - RIGHT - 2;
      String left = label.text(room, SpanTree.this::paint);
      String pad = " ".repeat(Math.max(0, room - label.cells()) + 2);
      long self = node.selfNanos();
      boolean hot = self == hottest && nodes.size() > 1;
      return left
          + pad
          + bar(node)
          + String.format("  %7s", ink.duration(node.span.durationNanos()))
          + paint(String.format("  %7s self", ink.duration(self)), hot ? TreeInk.HOT : TreeInk.DIM);
    }

    /** When within the trace the span was running. */
    private String bar(TreeNode node) {
      double scale = (double) BAR / Math.max(1, end - start);
      int from = Math.min(BAR - 1, (int) ((node.span.startNanos() - start) * scale));
      int to =
          (int) Math.ceil((node.span.startNanos() + node.span.durationNanos() - start) * scale);
      to = Math.min(BAR, Math.max(from + 1, to));
      String ansi = TreeInk.service(services.indexOf(node.span.service()));
      return paint(ink().idle().repeat(from), TreeInk.DIM)
          + paint(ink().running().repeat(to - from), node.span.error() ? TreeInk.RED : ansi)
          + paint(ink().idle().repeat(BAR - to), TreeInk.DIM);
    }
  }
}
