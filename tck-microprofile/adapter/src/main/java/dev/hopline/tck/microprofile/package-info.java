// SPDX-License-Identifier: Apache-2.0
/** What the official TCK needs of who runs it. */
package dev.hopline.tck.microprofile;
