// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;

/**
 * One way in which a request may end, and what its SERVER span must be then.
 *
 * @param request method and path below {@code tck/}
 * @param headers of the request, name and value in turn
 * @param httpStatuses what may be answered: one, unless that is up to the runtime
 * @param route below {@code tck/}; null for none
 * @param exception class of the one that is recorded; {@code *} for any, {@code ?} for any or none,
 *     null for none
 * @param places where the SERVER span must have been current, and not ended, see {@link TckProbe}
 */
record Ending(
    String request,
    List<String> headers,
    Set<Integer> httpStatuses,
    @Nullable String route,
    @Nullable String exception,
    Set<String> places) {

  private static final int FIRST_ERROR = 500;

  /** Ends so, on a runtime, and asserts that all is as it must be. */
  void check(TracedApplication app) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(headers);
    all.addAll(List.of(TckProbe.HEADER, TckProbe.ASKS));
    int httpStatus = app.send(method(), path(), all.toArray(String[]::new)).statusCode();

    assertThat(httpStatus).isIn(httpStatuses);
    ReceivedSpan span = app.takeServer(method(), path().split("\\?", 2)[0], httpStatus);
    checkRoute(app, span);
    checkError(span, httpStatus);
    // One more request, over the same connection if the server has kept it, and all has arrived.
    app.settle();
    checkPlaces(span, app.spans.takeAll(SpanKind.INTERNAL));
  }

  private String method() {
    return request.split(" ", 2)[0];
  }

  private String path() {
    return request.split(" ", 2)[1].trim();
  }

  private void checkRoute(TracedApplication app, ReceivedSpan span) {
    String template = route == null ? null : app.fromRoot(route);
    assertThat(span.attribute("http.route")).isEqualTo(template);
    assertThat(span.name()).isEqualTo(template == null ? method() : method() + ' ' + template);
  }

  private void checkError(ReceivedSpan span, int httpStatus) {
    boolean failed = httpStatus >= FIRST_ERROR;
    assertThat(span.status()).isEqualTo(failed ? StatusCode.ERROR : StatusCode.UNSET);
    assertThat(span.attribute("error.type")).isEqualTo(failed ? "" + httpStatus : null);
    List<Object> recorded =
        span.exceptions().stream().map(event -> event.get("exception.type")).toList();
    if (!failed || exception == null) {
      assertThat(recorded).isEmpty();
    } else if (exception.equals("?")) {
      assertThat(recorded).hasSizeLessThanOrEqualTo(1);
    } else {
      assertThat(recorded).hasSize(1);
      assertThat((String) recorded.get(0)).endsWith(exception.equals("*") ? "" : '.' + exception);
    }
  }

  private void checkPlaces(ReceivedSpan server, List<ReceivedSpan> seen) {
    assertThat(seen).extracting(ReceivedSpan::name).containsAll(names());
    for (ReceivedSpan place : seen) {
      assertThat(place).as("child of %s", server).matches(child -> child.isChildOf(server));
      // Of others the runtime may come by when all is over: in a servlet container Jersey calls the
      // response filters for an exception that the container has answered already.
      if (names().contains(place.name())) {
        assertThat(place.startNanos()).isGreaterThanOrEqualTo(server.startNanos());
        assertThat(place.endNanos())
            .as("end of '%s', before that of the SERVER span", place.name())
            .isLessThanOrEqualTo(server.endNanos());
      }
    }
  }

  private Set<String> names() {
    return places.stream().map(TckProbe::name).collect(Collectors.toSet());
  }

  /**
   * Reads a row: a name for the case, then the components as words, {@code 404/204} for statuses.
   */
  static final class Row implements ArgumentsAggregator {
    @Override
    public Ending aggregateArguments(ArgumentsAccessor row, ParameterContext context) {
      return new Ending(
          Objects.requireNonNull(row.getString(1)),
          words(row.getString(2), ": "),
          words(row.getString(3), "/").stream().map(Integer::valueOf).collect(Collectors.toSet()),
          row.getString(4),
          row.getString(5),
          Set.copyOf(words(row.getString(6), " ")));
    }

    private static List<String> words(@Nullable String cell, String separator) {
      return cell == null
          ? List.of()
          : Stream.of(cell.split(separator)).filter(word -> !word.isEmpty()).toList();
    }
  }
}
