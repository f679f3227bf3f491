// SPDX-License-Identifier: Apache-2.0
/** What tracing costs a whole process under load, on each runtime beside the runtime's own. */
@NullMarked
package dev.hopline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
