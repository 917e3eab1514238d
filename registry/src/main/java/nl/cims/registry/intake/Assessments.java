// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.cims.registry.access.Parties;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Programmes;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.intake.Outcome.Field;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import org.springframework.stereotype.Component;

/// Holds reports against the catalogue and the rules.
@Component
class Assessments {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final Vaccines vaccines;
  private final Parties parties;

  Assessments(Vaccines vaccines, Programmes programmes, Parties parties) {
    this.vaccines = vaccines;
    this.parties = parties;
    for (String programme : parties.programmes()) {
      if (!programmes.ids().contains(programme)) {
        throw new IllegalStateException(
            "the file of parties (cims.access.parties) names the programme %s, and there are only %s"
                .formatted(programme, new TreeSet<>(programmes.ids())));
      }
    }
  }

  /// What was found.
  ///
  /// @param product the vaccine, if the catalogue knows it
  /// @param broken every rule that the report breaks; none for a withdrawal, which asserts nothing
  record Assessment(Optional<Product> product, List<Reason> broken) {}

  /// @param source who reports it
  /// @param at the moment, which decides what day it is in the Netherlands
  Assessment of(String source, ReportedVaccination said, Instant at) {
    Optional<Product> product = vaccines.named(said.vaccine().codes(), said.occurredOn());
    if (said.intention() == Intention.WITHDRAW) {
      return new Assessment(product, List.of());
    }
    List<Reason> broken = Rules.broken(said, product, LocalDate.ofInstant(at, AMSTERDAM));
    if (product.filter(it -> !parties.mayReport(source, it.programme().id())).isPresent()) {
      broken.add(new Reason(Rule.NOT_AGREED, Field.VACCINE));
    }
    return new Assessment(product, List.copyOf(broken));
  }
}
