// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

/** What the beans of all contenders do. */
public interface Shop {
  /** A method without an attribute of its argument. */
  int buy(int number);

  /** A method whose argument is an attribute. */
  int find(int number);
}
