// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks.scale;

/** What is done for a request. */
sealed interface Work permits Call, Method {}
