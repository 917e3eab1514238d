// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.time.LocalDate;
import java.util.List;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.Programme;

/// A vaccine as the catalogue knows it: a product, or a kind of vaccine where a source names no
/// product.
///
/// @param id stable name in the register
/// @param name as citizens see it
/// @param diseases what it protects against, the most telling first
/// @param programme under which it is given
/// @param manufacturer the maker's name; empty for a kind of vaccine
/// @param validFrom the first day on which it can have been given
public record Product(
    String id,
    Localised name,
    List<Localised> diseases,
    Programme programme,
    String manufacturer,
    LocalDate validFrom) {

  public Product {
    diseases = List.copyOf(diseases);
  }
}
