// SPDX-License-Identifier: Apache-2.0
/** What Arquillian needs to know of Helidon, whose own adapter is not published. */
package dev.hopline.tck.microprofile.helidon;
