// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

/// How bad a tool takes something to be.
enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
