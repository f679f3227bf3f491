// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a class file refers to: the part of the format that {@link SelfCalls} needs. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;

  private final int[] tags;
  private final int[] first;
  private final int[] second;
  private final String[] texts;

  /** Reads the head of a file, to the end of the pool. */
  ConstantPool(DataInputStream file) throws IOException {
    file.skipNBytes(8); // The magic number and the version.
    int size = file.readUnsignedShort();
    tags = new int[size];
    first = new int[size];
    second = new int[size];
    texts = new String[size];
    for (int i = 1; i < size; i++) {
      tags[i] = file.readUnsignedByte();
      read(file, i);
      if (tags[i] == LONG || tags[i] == DOUBLE) {
        i++; // These take two places.
      }
    }
  }

  private void read(DataInputStream file, int i) throws IOException {
    switch (tags[i]) {
      case UTF8 -> texts[i] = file.readUTF();
      case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> first[i] = file.readUnsignedShort();
      case METHOD_HANDLE -> file.skipNBytes(3);
      case INTEGER, FLOAT -> file.skipNBytes(4);
      case LONG, DOUBLE -> file.skipNBytes(8);
      default -> {
        first[i] = file.readUnsignedShort();
        second[i] = file.readUnsignedShort();
      }
    }
  }

  private IntStream all(int... wanted) {
    return IntStream.range(1, tags.length)
        .filter(i -> IntStream.of(wanted).anyMatch(tag -> tag == tags[i]));
  }

  /** Where the class itself stands. */
  IntStream indexesOf(Class<?> type) {
    String name = type.getName().replace('.', '/');
    return all(CLASS).filter(i -> name.equals(texts[first[i]]));
  }

  /** The names with descriptors of a class' methods that are called. */
  Set<String> methodsOf(Class<?> type) {
    Set<Integer> own = indexesOf(type).boxed().collect(Collectors.toSet());
    return all(METHOD)
        .filter(i -> own.contains(first[i]))
        .mapToObj(i -> texts[first[second[i]]] + texts[second[second[i]]])
        .collect(Collectors.toSet());
  }

  /** Whether an object of a class is read, taken or handed over somewhere. */
  boolean mentions(Class<?> type) {
    String descriptor = type.descriptorString();
    IntStream members = all(FIELD, METHOD, INTERFACE_METHOD).map(i -> second[second[i]]);
    return IntStream.concat(members, all(METHOD_TYPE).map(i -> first[i]))
        .anyMatch(i -> texts[i].contains(descriptor));
  }
}
