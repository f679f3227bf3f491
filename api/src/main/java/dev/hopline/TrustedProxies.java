// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request: the peer of the connection, unless that is a trusted proxy; then
 * whom that one names, and so on. Nobody else is believed, for a header is quickly written.
 */
final class TrustedProxies {
  private static final String KEY = "hopline.server.trusted-proxies";
  private static final String HEADERS = "hopline.server.forwarding-headers";
  private static final String FORWARDED = "forwarded";
  private static final String X_FORWARDED_FOR = "x-forwarded-for";
  private static final String ALL = "*";

  static final List<String> KEYS = List.of(KEY, HEADERS);

  private final boolean all;
  private final List<AddressBlock> blocks = new ArrayList<>();
  private final List<String> headers;

  TrustedProxies(SettingsReader settings) {
    Set<String> proxies = settings.list(KEY, TrustedProxies::wrongProxy);
    this.all = proxies.remove(ALL);
    for (String proxy : proxies) {
      AddressBlock block = AddressBlock.parse(proxy);
      if (block != null) {
        blocks.add(block);
      }
    }
    Set<String> names = settings.list(HEADERS, FORWARDED, X_FORWARDED_FOR);
    this.headers = List.copyOf(settings.checked(HEADERS, names, TrustedProxies::wrongHeader));
  }

  private static @Nullable String wrongProxy(String proxy) {
    return proxy.equals(ALL) || AddressBlock.parse(proxy) != null
        ? null
        : "it is no address, no block such as 10.0.0.0/8 and not *";
  }

  private static @Nullable String wrongHeader(String name) {
    return name.equals(FORWARDED) || name.equals(X_FORWARDED_FOR)
        ? null
        : "known are " + FORWARDED + ", " + X_FORWARDED_FOR;
  }

  /** The address of the client; null when unknown. */
  <R> @Nullable String client(
      @Nullable String peer, R request, HttpServerRequest<? super R> reader) {
    if (!isTrusted(peer)) {
      return peer;
    }
    for (String name : headers) {
      String header = reader.header(request, name);
      if (header != null) {
        return walk(peer, new ForwardedNodes(header, name.equals(FORWARDED)));
      }
    }
    return peer;
  }

  private @Nullable String walk(@Nullable String peer, ForwardedNodes nodes) {
    String nearest = peer;
    String node = nodes.next();
    while (node != null) {
      nearest = node;
      node = isTrusted(node) ? nodes.next() : null;
    }
    return nearest;
  }

  private boolean isTrusted(@Nullable String address) {
    if (all || blocks.isEmpty() || address == null) {
      return all;
    }
    IpAddress parsed = IpAddress.parse(address);
    if (parsed != null) {
      for (AddressBlock block : blocks) {
        if (block.contains(parsed)) {
          return true;
        }
      }
    }
    return false;
  }
}
