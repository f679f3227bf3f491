// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.cdi;

import dev.hopline.tck.MethodContracts;
import dev.hopline.tck.MethodRuntime;
import org.junit.jupiter.api.Tag;

@Tag("openwebbeans")
class OpenWebBeansTest extends MethodContracts {
  @Override
  protected MethodRuntime runtime() {
    return new SeRuntime("OpenWebBeans");
  }
}
