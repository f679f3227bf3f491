// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private static final String PROXIES = "hopline.server.trusted-proxies";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          for=192.0.2.60                                          | 192.0.2.60
          for=192.0.2.60;proto=http;by=203.0.113.43               | 192.0.2.60
          proto=https ; For = "192.0.2.60:4711"                   | 192.0.2.60
          For="[2001:db8:cafe::17]:4711"                          | 2001:db8:cafe::17
          for=192.0.2.43, for=198.51.100.17                       | 198.51.100.17
          for=192.0.2.43, for=10.1.1.1                            | 192.0.2.43
          for=192.0.2.43,for=10.1.1.1, for="[fd00::1]"            | 192.0.2.43
          for=10.2.2.2, for=10.1.1.1                              | 10.2.2.2
          for=unknown, for=10.1.1.1                               | 10.1.1.1
          for=unknown                                             | 10.0.0.9
          for=_hidden                                             | 10.0.0.9
          for=evil.example                                        | 10.0.0.9
          for="1.1.1.1, for=8.8.8.8                               | 8.8.8.8
          for="1.1.1.1\\", for=8.8.8.8                            | 8.8.8.8
          by="a,b;for=1.1.1.1";for=8.8.8.8                        | 8.8.8.8
          proto=http                                              | 10.0.0.9
          for                                                     | 10.0.0.9
          ,,,                                                     | 10.0.0.9
          """)
  void forwarded_isBelievedFromTrustedProxies(String header, String expected) {
    assertThat(client("10.0.0.9", "forwarded", header)).isEqualTo(expected);
    assertThat(client("198.51.100.1", "forwarded", header)).isEqualTo("198.51.100.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.60                            | 192.0.2.60
          192.0.2.60:1234                       | 192.0.2.60
          8.8.8.8, 192.0.2.60, 10.1.1.1         | 192.0.2.60
          8.8.8.8,2001:db8::1 , [fd00::2]:443   | 2001:db8::1
          fe80::1%eth0                          | fe80::1
          ::ffff:192.0.2.1                      | ::ffff:192.0.2.1
          8.8.8.8, ::ffff:10.1.1.1              | 8.8.8.8
          localhost                             | 10.0.0.9
          1.2.3                                 | 10.0.0.9
          1.2.3.4.5                             | 10.0.0.9
          01.2.3.4                              | 10.0.0.9
          1.2.3.256                             | 10.0.0.9
          1::2::3                               | 10.0.0.9
          :::                                   | 10.0.0.9
          1:2:3:4:5:6:7                         | 10.0.0.9
          1:2:3:4:5:6:7:8:9                     | 10.0.0.9
          [::1                                  | 10.0.0.9
          """)
  void xForwardedFor_isBelievedFromTrustedProxies(String header, String expected) {
    assertThat(client("10.0.0.9", "x-forwarded-for", header)).isEqualTo(expected);
    assertThat(client(null, "x-forwarded-for", header)).isNull();
  }

  @Test
  void withoutTrustedProxies_thePeerIsTheClient() {
    try (TestService service = new TestService(Map.of())) {
      service
          .start(
              TestRequest.get("/a")
                  .from("127.0.0.1")
                  .with("x-forwarded-for", "8.8.8.8")
                  .with("forwarded", "for=8.8.8.8"))
          .end(200, null);

      assertThat(service.attributes())
          .containsEntry("client.address", "127.0.0.1")
          .containsEntry("network.peer.address", "127.0.0.1")
          .containsEntry("network.peer.port", "4711");
    }
  }

  @Test
  void trustedProxy_staysThePeer() {
    try (TestService service = new TestService(Map.of(PROXIES, "127.0.0.1, ::1"))) {
      service
          .start(TestRequest.get("/a").from("0:0:0:0:0:0:0:1").with("x-forwarded-for", "8.8.8.8"))
          .end(200, null);

      assertThat(service.attributes())
          .containsEntry("client.address", "8.8.8.8")
          .containsEntry("network.peer.address", "0:0:0:0:0:0:0:1");
    }
  }

  @Test
  void everybodyTrusted_theFirstIsTheClient() {
    assertThat(client(Map.of(PROXIES, "*"), null, "x-forwarded-for", "1.1.1.1, 8.8.8.8"))
        .isEqualTo("1.1.1.1");
  }

  @Test
  void forwardingHeaders_sayWhichTheProxyWrites() {
    Map<String, String> settings = new HashMap<>(Map.of(PROXIES, "10.0.0.0/8"));
    TestRequest both =
        TestRequest.get("/a").with("forwarded", "for=6.6.6.6").with("x-forwarded-for", "8.8.8.8");

    assertThat(client(settings, "10.0.0.1", both)).isEqualTo("6.6.6.6");
    settings.put("hopline.server.forwarding-headers", "x-forwarded-for");
    assertThat(client(settings, "10.0.0.1", both)).isEqualTo("8.8.8.8");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.0.0.0/8, ::ffff:10.1.1.1, true",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "::/0, ::1, true",
    "fd00::/8, fd12:3456::1, true",
    "fd00::/8, fe80::1, false",
    "2001:db8::/65, 2001:db8::7fff:1:1:1, true",
    "2001:db8::/65, 2001:db8:0:0:8000::, false",
    "::ffff:10.0.0.0/104, 10.9.9.9, true",
  })
  void block_holdsTheAddressesThatShareItsBits(String block, String address, boolean holds) {
    AddressBlock parsed = AddressBlock.parse(block);
    IpAddress other = IpAddress.parse(address);
    assertThat(parsed).isNotNull();
    assertThat(other).isNotNull();
    assertThat(parsed.contains(other)).isEqualTo(holds);
  }

  private static @Nullable String client(@Nullable String peer, String header, String value) {
    return client(Map.of(PROXIES, "10.0.0.0/8, fd00::/8"), peer, header, value);
  }

  private static @Nullable String client(
      Map<String, String> settings, @Nullable String peer, String header, String value) {
    return client(settings, peer, TestRequest.get("/a").with(header, value));
  }

  private static @Nullable String client(
      Map<String, String> settings, @Nullable String peer, TestRequest request) {
    return TestService.settings(settings).proxies.client(peer, request, TestRequest.READER);
  }
}
