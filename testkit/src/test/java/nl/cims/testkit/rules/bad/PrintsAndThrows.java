// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules.bad;

public class PrintsAndThrows {
  void print() {
    System.out.println("seen");
    throw new RuntimeException("something");
  }
}
