// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.door;

/// By which door a request came in. What is served at one is not found at another.
public enum Door {
  /// Browsers of citizens, and so everybody: as wide as its settings say, and no wider.
  CITIZENS,
  /// Browsers of staff: as wide as its settings say, too.
  STAFF,
  /// Machines with a certificate. What the other two leave is theirs.
  MACHINES
}
