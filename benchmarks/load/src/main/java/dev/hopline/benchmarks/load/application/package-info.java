// SPDX-License-Identifier: Apache-2.0
/** The application under load, the same on each runtime. */
package dev.hopline.benchmarks.load.application;
