// SPDX-License-Identifier: Apache-2.0
/** Server and client spans for Jakarta REST. */
@NullMarked
package dev.hopline.jaxrs;

import org.jspecify.annotations.NullMarked;
