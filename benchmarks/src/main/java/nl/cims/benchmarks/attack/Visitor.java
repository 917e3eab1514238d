// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

/// As whom a tool attacks. He comes in anew for every attack, so that no session grows old.
@FunctionalInterface
interface Visitor {

  /// Comes in.
  Visit enter() throws InterruptedException;
}
