// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

/// Something that a tool found.
///
/// @param severity as the tool says
/// @param kind as the tool names it
/// @param what the rest of what it says
record Finding(Severity severity, String kind, String what) {

  @Override
  public String toString() {
    return severity + " " + kind + ": " + what;
  }
}
