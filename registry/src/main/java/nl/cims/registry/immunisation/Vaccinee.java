// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.util.UUID;
import nl.cims.registry.protection.ErasableKey;

/// The person who got a dose, by his key.
public record Vaccinee(ErasableKey key) {

  /// What his facts bear; says nothing about him, and only his key gives it.
  UUID link() {
    return key.link();
  }
}
