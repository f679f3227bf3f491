// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SLF4J on the one backend of the class path. */
abstract class Slf4jContract extends LogContract {
  private static final Logger LOGGER = LoggerFactory.getLogger("shop");

  @Override
  void log(String message) {
    LOGGER.info(message);
  }
}
