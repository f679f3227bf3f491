// SPDX-License-Identifier: Apache-2.0
/** What an application on Quarkus does that the archives of the TCK do not. */
package dev.hopline.tck.microprofile.quarkus;
