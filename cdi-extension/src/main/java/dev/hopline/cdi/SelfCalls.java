// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The methods that a class is sure to call on {@code this}, which CDI does not see. Its class file
 * tells which of its own methods it calls. On which object it does not tell, but where no other of
 * the class comes in, as a field, a parameter, a result or a cast, there is only {@code this}: a
 * class that has itself injected is not suspected.
 */
final class SelfCalls {
  private static final int CHECKCAST = 0xC0;

  private final Class<?> type;
  private final ConstantPool pool;
  private final byte[] rest;

  private SelfCalls(Class<?> type, DataInputStream file) throws IOException {
    this.type = type;
    pool = new ConstantPool(file);
    rest = file.readAllBytes();
  }

  /** The calls in a class and in what it inherits, as names with descriptors. */
  static Set<String> of(Class<?> bean) {
    Set<String> calls = new HashSet<>();
    for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
      String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
      try (InputStream in = type.getResourceAsStream(file)) {
        if (in != null) {
          calls.addAll(new SelfCalls(type, new DataInputStream(in)).calls());
        }
      } catch (IOException | RuntimeException | LinkageError unreadable) {
        // Nobody knows, then.
      }
    }
    return calls;
  }

  /** How {@link #of} names a method. */
  static String name(Method method) {
    return method.getName()
        + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
  }

  private Set<String> calls() {
    return hasOthers() ? Set.of() : pool.methodsOf(type);
  }

  private boolean hasOthers() {
    return pool.mentions(type)
        || pool.indexesOf(type).anyMatch(this::isCast)
        || Stream.<Executable>concat(
                Arrays.stream(type.getDeclaredMethods()),
                Arrays.stream(type.getDeclaredConstructors()))
            .flatMap(executable -> Arrays.stream(executable.getParameterTypes()))
            .anyMatch(type::equals);
  }

  /** The bytes may mean something else; then the class is not suspected without need. */
  private boolean isCast(int index) {
    for (int i = 0; i + 2 < rest.length; i++) {
      if ((rest[i] & 0xFF) == CHECKCAST
          && (rest[i + 1] & 0xFF) == index >> 8
          && (rest[i + 2] & 0xFF) == (index & 0xFF)) {
        return true;
      }
    }
    return false;
  }
}
