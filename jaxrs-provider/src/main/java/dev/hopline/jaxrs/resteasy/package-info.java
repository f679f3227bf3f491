// SPDX-License-Identifier: Apache-2.0
/** The hooks of RESTEasy Classic; loaded on RESTEasy alone. */
@NullMarked
package dev.hopline.jaxrs.resteasy;

import org.jspecify.annotations.NullMarked;
