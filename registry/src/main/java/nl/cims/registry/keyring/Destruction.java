// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

import java.time.Instant;
import java.util.UUID;

/// A key that was destroyed, for good.
///
/// @param generation its number, counting up without a gap
/// @param id whose key it was
/// @param at when
public record Destruction(long generation, UUID id, Instant at) {

  String line() {
    return generation + " " + id + " " + at;
  }

  static Destruction parse(String line) {
    String[] parts = line.split(" ", 3);
    return new Destruction(
        Long.parseLong(parts[0]), UUID.fromString(parts[1]), Instant.parse(parts[2]));
  }
}
