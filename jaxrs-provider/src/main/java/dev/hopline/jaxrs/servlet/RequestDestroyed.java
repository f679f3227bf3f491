// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.servlet;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/**
 * Ends the spans of errors: containers write their error pages, which may change the status, after
 * the filters have returned.
 */
final class RequestDestroyed implements ServletRequestListener {
  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    ServletEnd end = ServletEnd.of(event.getServletRequest());
    if (end != null) {
      end.now(event.getServletRequest());
    }
  }
}
