// SPDX-License-Identifier: Apache-2.0
/** What the hooks of all runtimes share of one exchange. */
@NullMarked
package dev.hopline.jaxrs.exchange;

import org.jspecify.annotations.NullMarked;
