// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Stretches of time that neither overlap nor touch, in order. */
record Intervals(List<Interval> list) {
  /** From a time in nanoseconds up to another. */
  record Interval(long from, long to) {}

  /** The union. */
  static Intervals of(Stream<Interval> parts) {
    List<Interval> union = new ArrayList<>();
    parts
        .filter(part -> part.from < part.to)
        .sorted(Comparator.comparingLong(Interval::from))
        .forEach(part -> add(union, part));
    return new Intervals(List.copyOf(union));
  }

  private static void add(List<Interval> union, Interval part) {
    int last = union.size() - 1;
    if (last >= 0 && part.from <= union.get(last).to) {
      Interval before = union.remove(last);
      union.add(new Interval(before.from, Math.max(before.to, part.to)));
    } else {
      union.add(part);
    }
  }

  /** These without the others. */
  Intervals minus(Intervals others) {
    List<Interval> rest = new ArrayList<>();
    for (Interval interval : list) {
      long from = interval.from;
      for (Interval other : others.list) {
        if (other.from > from) {
          rest.add(new Interval(from, Math.min(other.from, interval.to)));
        }
        from = Math.max(from, other.to);
        if (from >= interval.to) {
          break;
        }
      }
      rest.add(new Interval(from, interval.to));
    }
    return of(rest.stream());
  }

  long nanos() {
    return list.stream().mapToLong(interval -> interval.to - interval.from).sum();
  }
}
