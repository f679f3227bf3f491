// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.ContextStorage;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlatformTest {
  @Test
  void context_isKeptByVertx() {
    System.out.println("STORAGE " + ContextStorage.get() + " " + ContextStorage.get().getClass().getClassLoader()
    + " " + dev.hopline.Tracing.class.getClassLoader() + " " + dev.hopline.Tracing.class.getProtectionDomain().getCodeSource()+ " " + io.opentelemetry.context.Context.class.getClassLoader());
    assertThat(get("/chat/ada-1").statusCode()).isEqualTo(200);
  }
}
