// SPDX-License-Identifier: Apache-2.0
/** The hooks of CXF; loaded on that alone. */
@NullMarked
package dev.hopline.jaxrs.cxf;

import org.jspecify.annotations.NullMarked;
