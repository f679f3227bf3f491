// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A span among its parent and children, by order of start. */
final class TreeNode {
  private static final Comparator<TreeNode> BY_START =
      Comparator.<TreeNode>comparingLong(node -> node.span.startNanos())
          .thenComparing(node -> node.span.spanId());

  final TreeSpan span;
  final List<TreeNode> children = new ArrayList<>();
  @Nullable TreeNode parent;

  private TreeNode(TreeSpan span) {
    this.span = span;
  }

  /**
   * The roots of one trace: spans without a parent, or whose parent is not among these. Of spans
   * with the same id the first counts. No input makes it hang: where parents go in a circle, the
   * earliest span of it becomes a root.
   */
  static List<TreeNode> roots(Collection<TreeSpan> spans) {
    Map<String, TreeNode> byId = new LinkedHashMap<>();
    spans.forEach(span -> byId.putIfAbsent(span.spanId(), new TreeNode(span)));
    List<TreeNode> nodes = new ArrayList<>(byId.values());
    nodes.sort(BY_START);
    List<TreeNode> roots = new ArrayList<>();
    for (TreeNode node : nodes) {
      String parentId = node.span.parentSpanId();
      TreeNode parent = parentId == null ? null : byId.get(parentId);
      if (parent == null) {
        roots.add(node);
      } else {
        node.parent = parent;
        parent.children.add(node);
      }
    }
    cutCircles(nodes, roots);
    roots.sort(BY_START);
    return roots;
  }

  private static void cutCircles(List<TreeNode> nodes, List<TreeNode> roots) {
    Set<TreeNode> reached = new HashSet<>();
    roots.forEach(root -> reached.addAll(root.withDescendants()));
    for (TreeNode node : nodes) {
      TreeNode parent = node.parent;
      if (parent != null && !reached.contains(node)) {
        parent.children.remove(node);
        node.parent = null;
        roots.add(node);
        reached.addAll(node.withDescendants());
      }
    }
  }

  /** This node and all below it, depth first. A chain of any length costs no call stack. */
  List<TreeNode> withDescendants() {
    List<TreeNode> found = new ArrayList<>();
    Deque<TreeNode> next = new ArrayDeque<>(List.of(this));
    Set<TreeNode> seen = new HashSet<>();
    while (!next.isEmpty()) {
      TreeNode node = next.pop();
      if (seen.add(node)) {
        found.add(node);
        List<TreeNode> reversed = new ArrayList<>(node.children);
        Collections.reverse(reversed);
        reversed.forEach(next::push);
      }
    }
    return found;
  }

  /** The duration without the time in which at least one child was running. */
  long selfNanos() {
    long covered = 0;
    long from = span.startNanos();
    for (TreeNode child : children) {
      long start = Math.max(child.span.startNanos(), from);
      long end = Math.min(child.span.endNanos(), span.endNanos());
      if (end > start) {
        covered += end - start;
        from = end;
      }
    }
    return span.durationNanos() - covered;
  }

  /**
   * How long the span went on after its parent's end, or zero. The server side of a call does not
   * count: its last byte leaves before its caller has read it, and another host has another clock.
   */
  long outlivedNanos() {
    if (parent == null || (!parent.span.service().equals(span.service()) && isServer())) {
      return 0;
    }
    return Math.max(0, span.endNanos() - parent.span.endNanos());
  }

  private boolean isServer() {
    return span.kind() == SpanKind.SERVER;
  }

  /** Whether the span has a parent that is not shown here. */
  boolean isOrphan() {
    return parent == null && span.parentSpanId() != null;
  }

  boolean isLastChild() {
    return parent == null || parent.children.get(parent.children.size() - 1) == this;
  }
}
