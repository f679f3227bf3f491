// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import dev.hopline.tck.RouteContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class QuarkusRouteTest extends RouteContract {
  QuarkusRouteTest() {
    super(new QuarkusRuntime());
  }
}
