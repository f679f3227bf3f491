// SPDX-License-Identifier: Apache-2.0
/** The hooks of servlet containers; loaded on those alone. */
@NullMarked
package dev.hopline.jaxrs.servlet;

import org.jspecify.annotations.NullMarked;
