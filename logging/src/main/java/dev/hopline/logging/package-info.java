// SPDX-License-Identifier: Apache-2.0
/** The current span in log lines, for log managers that OpenTelemetry has no library for. */
@NullMarked
package dev.hopline.logging;

import org.jspecify.annotations.NullMarked;
