// SPDX-License-Identifier: Apache-2.0
package dev.hopline.sample;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The services as such: all five in one process. */
@QuarkusTest
class PlatformTest {
  @Test
  void chat_isAnswered() {
    get("/chat/ada-1")
        .then()
        .statusCode(200)
        .body(startsWith("You asked \"Which call was slow?\""));
  }

  @Test
  void unknownUser_isNotFound() {
    get("/chat/nobody-1").then().statusCode(404);
  }

  @Test
  void failingService_isABadGatewayOfItsCallers() {
    get("/chat/ada-1?fail=prompts").then().statusCode(502);
    get("/prompts/latency?tenant=engines&fail=prompts").then().statusCode(500);
  }

  @Test
  void cost_isAskedOfTheMeter() {
    get("/chat/linus-1/cost").then().statusCode(200).body(is("linus-1 has cost 0 tokens"));
  }
}
