// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.intake.Outcome.Field;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.vocabulary.PartialDate;

/// What a report must satisfy to be believed. Every broken rule is named, not only the first.
final class Rules {

  private Rules() {}

  /// @param today in the Netherlands
  static List<Reason> broken(
      ReportedVaccination report, Optional<Product> product, LocalDate today) {
    List<Reason> reasons = new ArrayList<>();
    PartialDate given = report.occurredOn();
    if (given.earliest().isAfter(today)) {
      reasons.add(new Reason(Rule.IN_FUTURE, Field.OCCURRED_ON));
    }
    if (report
        .person()
        .flatMap(ReportedPerson::birthDate)
        .filter(birth -> given.latest().isBefore(birth.earliest()))
        .isPresent()) {
      reasons.add(new Reason(Rule.BEFORE_BIRTH, Field.OCCURRED_ON));
    }
    if (product.filter(known -> known.existedOn(given)).isEmpty()) {
      reasons.add(new Reason(Rule.VACCINE_UNKNOWN, Field.VACCINE));
    }
    return reasons;
  }
}
