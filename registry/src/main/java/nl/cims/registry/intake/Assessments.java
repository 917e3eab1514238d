// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import org.springframework.stereotype.Component;

/// Holds reports against the catalogue and the rules.
@Component
class Assessments {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final Vaccines vaccines;

  Assessments(Vaccines vaccines) {
    this.vaccines = vaccines;
  }

  /// What was found.
  ///
  /// @param product the vaccine, if the catalogue knows it
  /// @param broken every rule that the report breaks; none for a withdrawal, which asserts nothing
  record Assessment(Optional<Product> product, List<Reason> broken) {}

  /// @param at the moment, which decides what day it is in the Netherlands
  Assessment of(ReportedVaccination said, Instant at) {
    Optional<Product> product = vaccines.named(said.vaccine().codes());
    return new Assessment(
        product,
        said.intention() == Intention.WITHDRAW
            ? List.of()
            : Rules.broken(said, product, LocalDate.ofInstant(at, AMSTERDAM)));
  }
}
