// SPDX-License-Identifier: Apache-2.0
/** The demonstration: five services in five processes, and each request one trace. */
@NullMarked
package dev.hopline.demo;

import org.jspecify.annotations.NullMarked;
