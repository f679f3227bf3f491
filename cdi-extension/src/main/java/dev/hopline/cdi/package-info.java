// SPDX-License-Identifier: Apache-2.0
/** Injection, annotations and MicroProfile Config for CDI. */
@NullMarked
package dev.hopline.cdi;

import org.jspecify.annotations.NullMarked;
