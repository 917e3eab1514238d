// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.planning;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.cims.contracts.citizen.PlanningView.Window;
import nl.cims.vocabulary.PartialDate;
import org.jspecify.annotations.Nullable;

/// The first series of one programme, as its data file has it.
///
/// @param programme its id in the catalogue
/// @param editions what has held, each from some day on
record Schedule(String programme, List<Edition> editions) {

  Schedule {
    editions = editions.stream().sorted(Comparator.comparing(Edition::validFrom)).toList();
  }

  /// What held on that day; for a dose from before it all, the first that did.
  Edition on(PartialDate day) {
    return editions.stream()
        .filter(edition -> !edition.validFrom.isAfter(day.earliest()))
        .reduce((earlier, later) -> later)
        .orElseGet(editions::getFirst);
  }

  /// What holds from some day on, until the next edition.
  ///
  /// @param source who says so
  /// @param doses how many complete the series, of any product that is not listed
  /// @param products those of which more is known
  record Edition(LocalDate validFrom, String source, int doses, List<Line> products) {

    /// How many doses complete the series for somebody who got this product.
    int dosesOf(String product) {
      return line(product).map(it -> Objects.requireNonNullElse(it.doses, doses)).orElse(doses);
    }

    /// When the dose after one of this product is best given; empty if nobody says.
    Optional<Window> next(String product, LocalDate given) {
      return line(product).flatMap(it -> it.next(given));
    }

    private Optional<Line> line(String product) {
      return products.stream().filter(it -> it.product.equals(product)).findFirst();
    }
  }

  /// @param doses how many of it complete the series, if not as many as of others
  /// @param nextFrom from how long after it the next dose is best given
  /// @param nextUntil until how long after it
  record Line(
      String product,
      @Nullable Integer doses,
      @Nullable Period nextFrom,
      @Nullable Period nextUntil) {

    Optional<Window> next(LocalDate given) {
      return nextFrom == null || nextUntil == null
          ? Optional.empty()
          : Optional.of(new Window(given.plus(nextFrom), given.plus(nextUntil)));
    }
  }
}
