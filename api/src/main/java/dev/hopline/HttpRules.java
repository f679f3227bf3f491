// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import org.jspecify.annotations.Nullable;

/** What all exchanges of one side, server or client, have in common. */
record HttpRules(
    HttpSemantics semantics,
    HttpSettings settings,
    @Nullable RequestDuration duration,
    LastResort lastResort) {}
