// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import java.util.Set;

/** What {@link ClientEnding} needs of the contract that it is a row of. */
record ClientEndings(
    TracedApplication app, ScriptedServer peer, AddedValues added, Set<String> untold) {}
