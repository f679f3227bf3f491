// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The left part of a span's line: branches, service, name, status, and how late it ended. */
final class TreeLabel {
  private static final String GAP = "  ";
  private static final int MAX_SERVICE = 16;
  private static final int MIN_NAME = 14;
  private static final int MIN_STATUS = 4;

  private final TreeInk ink;
  private final TreeSpan span;
  private String service;
  private final String serviceColor;
  private String branches;
  private String name;
  private String status;
  private String late;

  TreeLabel(TreeNode node, TreeInk ink, List<String> services) {
    this.ink = ink;
    this.span = node.span;
    this.branches = branches(node, ink);
    this.service = services.size() == 1 ? "" : service(node);
    this.serviceColor = TreeInk.service(services.indexOf(span.service()));
    this.name = Cells.visible(span.name());
    this.status = status();
    long outlived = node.outlivedNanos();
    this.late = outlived == 0 ? "" : "+" + ink.duration(outlived) + " after parent";
  }

  /** Fits the parts into the room and puts them together; what matters least gives way first. */
  String text(int room, BinaryOperator<String> paint) {
    if (Cells.width(branches) > room / 2) {
      int kept = room / 2 - ink.ellipsis().length();
      branches = ink.ellipsis() + branches.substring(branches.length() - kept);
    }
    int serviceRoom = Math.max(6, Math.min(MAX_SERVICE, room - Cells.width(branches) - MIN_NAME));
    service = Cells.cut(service, serviceRoom, ink.ellipsis());
    int nameWidth = Math.min(Cells.width(name), MIN_NAME);
    if (cells() - Cells.width(name) + nameWidth > room) {
      late = "";
    }
    int withoutStatus = cells() - Cells.width(status) - Cells.width(name) + nameWidth;
    status = Cells.cut(status, Math.max(MIN_STATUS, room - withoutStatus), ink.ellipsis());
    name = Cells.cut(name, Math.max(4, room - cells() + Cells.width(name)), ink.ellipsis());
    return paint.apply(branches, TreeInk.DIM)
        + gapAfter(paint.apply(service, serviceColor), service)
        + name
        + gapBefore(paint.apply(status, span.error() ? TreeInk.RED : TreeInk.DIM), status)
        + gapBefore(paint.apply(late, TreeInk.DIM), late);
  }

  /** The width of the parts as they are now. */
  int cells() {
    return Cells.width(
        branches
            + gapAfter(service, service)
            + name
            + gapBefore(status, status)
            + gapBefore(late, late));
  }

  private static String gapAfter(String painted, String plain) {
    return plain.isEmpty() ? "" : painted + GAP;
  }

  private static String gapBefore(String painted, String plain) {
    return plain.isEmpty() ? "" : GAP + painted;
  }

  private String status() {
    String text = Cells.visible(Objects.requireNonNullElse(span.status(), ""));
    if (span.error()) {
      return text.isEmpty() ? ink.error() : ink.error() + " " + text;
    }
    return text;
  }

  /** Empty where it is the parent's, too. */
  private String service(TreeNode node) {
    @Nullable TreeNode parent = node.parent;
    if (parent != null && parent.span.service().equals(span.service())) {
      return "";
    }
    return Cells.visible(span.service());
  }

  private static String branches(TreeNode node, TreeInk ink) {
    TreeNode parent = node.parent;
    if (parent == null) {
      return node.isOrphan() ? ink.orphan() + " " : "";
    }
    StringBuilder out = new StringBuilder();
    for (TreeNode above = parent; above.parent != null; above = above.parent) {
      out.insert(0, ink.trunk(above.isLastChild()));
    }
    return out.append(ink.branch(node.isLastChild(), node.outlivedNanos() > 0)).toString();
  }
}
