// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A runtime as the contracts see it: something that serves {@link TckApplication}, traced, and
 * exports its spans. It is opened and closed once for each contract.
 *
 * <p>It must accept request headers of {@link #MAX_HEADERS_BYTES} and serve {@link #MAX_REQUESTS}
 * at a time, even if each of them blocks its thread, which most runtimes must be told. And it must
 * serve the application once more below {@link #SECOND}, as an application of its own.
 */
public interface TracingRuntime extends TestedRuntime, AutoCloseable {
  /** How long all headers of a request may be together. */
  int MAX_HEADERS_BYTES = 128 << 10;

  /** How many requests are in flight at a time; half of them wait for the other half. */
  int MAX_REQUESTS = 32;

  /** Where the application is to be found a second time. */
  String SECOND = "second/";

  /**
   * The calls whose failure the client tells no hook, so that only the last resort ends their
   * spans, with {@code _OTHER} as {@code error.type}: mode and name of a row of {@link
   * ClientEndingContract}.
   */
  default Set<String> untoldCalls() {
    return Set.of();
  }

  /**
   * Parts of paths that {@link ThreadContract} leaves out of its mix and that other contracts ask
   * for over connections of their own, since the runtime gives their answers to other requests on
   * the same connection even when nothing is traced.
   */
  default List<String> mixedUp() {
    return List.of();
  }

  /**
   * Parts of paths that {@link ThreadContract} leaves out where clients go away, since the runtime
   * then leaves requests to them without an answer even when nothing is traced.
   */
  default List<String> unansweredAfterAborts() {
    return List.of();
  }

  /**
   * Starts tracing and serving, and returns when requests are answered.
   *
   * @param otlpEndpoint where to export to, as {@code otel.exporter.otlp.endpoint}
   * @param settings further {@code otel.*} and {@code hopline.*} settings, to be passed on as they
   *     are
   * @return the URI that {@code tck/ok} is relative to, with a slash at its end
   */
  URI open(URI otlpEndpoint, Map<String, String> settings) throws Exception;

  /**
   * The lines that the runtime has logged so far, unless it logs with {@code java.util.logging} in
   * this process.
   */
  default List<String> log() {
    return List.of();
  }

  /** Ends serving, then tracing. Spans that were ended are exported before it returns. */
  @Override
  void close() throws Exception;
}
