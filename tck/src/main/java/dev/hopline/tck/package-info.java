// SPDX-License-Identifier: Apache-2.0
/**
 * What tracing must do on any runtime: the application that is traced, {@link
 * dev.hopline.tck.TckApplication}, and the contracts, {@link dev.hopline.tck.ServerContract},
 * {@link dev.hopline.tck.LaterContract}, {@link dev.hopline.tck.ParentContract}, {@link
 * dev.hopline.tck.ClientContract} and {@link dev.hopline.tck.ThreadContract}. A contract knows a
 * runtime by its URI and by the spans that it exports, so that it is the same for one that is
 * embedded and for one that is a process of its own.
 *
 * <p>And the means to see what is exported: {@link dev.hopline.tck.OtlpReceiver} gets it and {@link
 * dev.hopline.tck.SpanInbox} holds a test to account for each span of it; {@link
 * dev.hopline.tck.HistogramInbox} has the metrics.
 */
@NullMarked
package dev.hopline.tck;

import org.jspecify.annotations.NullMarked;
