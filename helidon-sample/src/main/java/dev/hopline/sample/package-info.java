// SPDX-License-Identifier: Apache-2.0
/**
 * The platform: gate, identity, llm-gateway, prompts and meter. Every process holds all five; the
 * name, the port and the addresses in its configuration make it one of them.
 */
@NullMarked
package dev.hopline.sample;

import org.jspecify.annotations.NullMarked;
