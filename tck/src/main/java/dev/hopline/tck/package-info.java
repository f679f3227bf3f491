// SPDX-License-Identifier: Apache-2.0
/**
 * What tracing must do on any runtime, and the means to see it: {@link
 * dev.hopline.tck.OtlpReceiver} gets what a runtime exports and {@link dev.hopline.tck.SpanInbox}
 * holds a test to account for each span of it.
 */
@NullMarked
package dev.hopline.tck;

import org.jspecify.annotations.NullMarked;
