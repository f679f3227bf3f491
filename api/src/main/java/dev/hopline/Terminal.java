// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.jspecify.annotations.Nullable;

/** What standard output can show. Asked anew each time, for an application may replace it. */
final class Terminal {
  private Terminal() {}

  /** On a terminal, and nobody said no by {@code NO_COLOR} or {@code TERM=dumb}. */
  static boolean hasColor() {
    String noColor = System.getenv("NO_COLOR");
    boolean refused = noColor != null && !noColor.isEmpty();
    return !refused && !"dumb".equals(System.getenv("TERM")) && isTerminal();
  }

  private static boolean isTerminal() {
    Console console = System.console();
    // Since Java 22 there is a console even without a terminal, and this method to tell.
    return console != null && !Boolean.FALSE.equals(call(Console.class, console, "isTerminal"));
  }

  static boolean canEncode(TreeInk ink) {
    CharsetEncoder encoder = charset(System.out).newEncoder();
    return ink.fits(encoder);
  }

  private static Charset charset(PrintStream out) {
    // Since Java 18 the stream knows; before, only the launcher did, and only on a terminal.
    if (call(PrintStream.class, out, "charset") instanceof Charset charset) {
      return charset;
    }
    String name = System.getProperty("sun.stdout.encoding");
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  /** The result of a method that Java 17 does not have yet, or null. */
  private static @Nullable Object call(Class<?> type, Object target, String method) {
    try {
      return type.getMethod(method).invoke(target);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /**
   * Prints at once. A closed or full output loses the text and nothing else: no throw, no retry.
   */
  static void print(String text) {
    PrintStream out = System.out;
    out.print(text);
    out.flush();
  }
}
