// SPDX-License-Identifier: Apache-2.0
/**
 * Tracing without a framework: {@link dev.hopline.Tracing} starts and stops it, {@link
 * dev.hopline.HttpServerTracing} and {@link dev.hopline.HttpClientTracing} make the span of one
 * HTTP exchange, {@link dev.hopline.HttpSpan}. Nothing in here knows Jakarta REST or CDI; only
 * {@link dev.hopline.Traced} carries an annotation of theirs.
 */
@NullMarked
package dev.hopline;

import org.jspecify.annotations.NullMarked;
