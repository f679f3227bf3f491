// SPDX-License-Identifier: Apache-2.0
/** The hooks of Quarkus REST; loaded on Quarkus alone. */
@NullMarked
package dev.hopline.jaxrs.quarkus;

import org.jspecify.annotations.NullMarked;
