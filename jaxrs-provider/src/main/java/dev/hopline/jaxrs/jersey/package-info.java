// SPDX-License-Identifier: Apache-2.0
/** The hooks of Jersey, which is also Helidon's and Payara's; loaded on Jersey alone. */
@NullMarked
package dev.hopline.jaxrs.jersey;

import org.jspecify.annotations.NullMarked;
