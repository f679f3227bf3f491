// SPDX-License-Identifier: Apache-2.0
/** What code that was written for MicroProfile OpenTracing needs beside its annotation. */
@NullMarked
package dev.hopline.opentracing;

import org.jspecify.annotations.NullMarked;
