// SPDX-License-Identifier: Apache-2.0
/** What a span costs, beside straight OpenTelemetry code and beside others. */
@NullMarked
package dev.hopline.benchmarks;

import org.jspecify.annotations.NullMarked;
