// SPDX-License-Identifier: Apache-2.0
package dev.hopline.logging;

import java.util.List;

/** With OpenTelemetry's own library. */
class Log4jTest extends Slf4jContract {
  @Override
  List<String> lines() {
    return Lines.of("log4j.log");
  }
}
