// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.jersey;

import dev.hopline.tck.JavaSeClientContract;
import dev.hopline.tck.Registered;
import org.junit.jupiter.api.Tag;

@Tag("jersey")
class JerseyJavaSeClientTest extends JavaSeClientContract {
  JerseyJavaSeClientTest() {
    super(new JerseyRuntime(Registered.BY_SERVICE));
  }
}
