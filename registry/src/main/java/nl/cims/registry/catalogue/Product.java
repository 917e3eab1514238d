// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.cims.contracts.citizen.Localised;
import nl.cims.vocabulary.PartialDate;

/// A vaccine as the catalogue knows it: a product of one maker, or a kind of vaccine, which is what
/// a generic code names. A kind knows its diseases as a product does.
///
/// @param id stable name in the register; never given out again
/// @param name as citizens see it
/// @param diseases what it protects against, the most telling first
/// @param programme under which it is given
/// @param maker who makes it; empty for a kind
/// @param validFrom the first day on which it can have been given
/// @param kinds the ids of every kind that it is one of, near and far: Comirnaty is an mRNA vaccine
///   against COVID-19, and a vaccine against COVID-19; all protect against the same diseases
public record Product(
    String id,
    Localised name,
    List<Disease> diseases,
    Programme programme,
    Optional<Maker> maker,
    LocalDate validFrom,
    Set<String> kinds) {

  public Product {
    diseases = List.copyOf(diseases);
    kinds = Set.copyOf(kinds);
  }

  /// Whether it existed on some day that the date can be.
  public boolean existedOn(PartialDate date) {
    return !date.latest().isBefore(validFrom);
  }

  /// Whether it is that vaccine, or one of that kind.
  public boolean isA(Product other) {
    return id.equals(other.id) || kinds.contains(other.id);
  }

  /// Whether the two can be names of the same vaccine: they are the same, or one is a kind that the
  /// other is one of.
  public boolean canBe(Product other) {
    return isA(other) || other.isA(this);
  }

  /// How precise a name it is: the number of kinds above it.
  public int precision() {
    return kinds.size();
  }
}
