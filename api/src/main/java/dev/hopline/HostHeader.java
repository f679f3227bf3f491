// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads {@code host[:port]} of a Host header. Anybody may send anything: no look-up, no throw. */
final class HostHeader {
  /** A DNS name has no more characters than this. */
  private static final int LONGEST_NAME = 255;

  private HostHeader() {}

  /** What the header of a call is: host and port, without user info; empty if there is none. */
  static String of(URI uri) {
    String authority = uri.getRawAuthority();
    if (authority == null) {
      return "";
    }
    return isPlain(uri) ? authority : authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** Whether there is a host and no user before it, which java.net.URI has found out. */
  static boolean isPlain(URI uri) {
    return uri.getHost() != null && uri.getRawUserInfo() == null;
  }

  /** The host alone; empty if there is none. To java.net.URI {@code my_service} is none. */
  static String name(URI uri) {
    String host = uri.getHost();
    if (host != null) {
      return host;
    }
    String authority = of(uri);
    return name(authority, portColon(authority));
  }

  /** Whom a request with such a header is for. */
  static CallTarget target(String host, @Nullable String scheme) {
    int colon = portColon(host);
    String name = name(host, colon);
    return isUsable(host) && !name.isEmpty()
        ? CallTarget.of(name, port(host, colon), scheme)
        : CallTarget.UNKNOWN;
  }

  private static boolean isUsable(String host) {
    return !host.isEmpty() && host.length() <= LONGEST_NAME && isHost(host);
  }

  /** Before the port, or -1. The colons of an IPv6 address stand within brackets. */
  private static int portColon(String host) {
    int colon = host.lastIndexOf(':');
    return host.indexOf(']') > colon ? -1 : colon;
  }

  private static String name(String host, int colon) {
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** Names, addresses and ports, but no user info and nothing else that a host cannot have. */
  private static boolean isHost(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && ".-_:[]%".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int port(String host, int colon) {
    int start = colon + 1;
    if (colon < 0 || host.length() - start > 5) {
      return -1;
    }
    int port = 0;
    for (int i = start; i < host.length(); i++) {
      int digit = host.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      port = port * 10 + digit;
    }
    return port <= 0xFFFF ? port : -1;
  }
}
