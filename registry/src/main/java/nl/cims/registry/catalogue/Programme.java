// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import nl.cims.contracts.citizen.Localised;

/// A programme under which vaccines are given, such as the national immunisation programme.
///
/// @param id stable name in the register, as parties and the portal know it too
/// @param name as citizens see it
public record Programme(String id, Localised name) {

  /// The id of the one that holds what belongs to no other; it is always there.
  public static final String OTHER = "OTHER";
}
