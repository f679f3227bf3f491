// SPDX-License-Identifier: Apache-2.0
/** How much tracing sends, and what that is for ten services and for a hundred thousand. */
@NullMarked
package dev.hopline.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
