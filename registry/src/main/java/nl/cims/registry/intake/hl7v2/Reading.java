// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.List;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.ReportedVaccination;

/// What came of reading a message.
public sealed interface Reading {

  /// What an acknowledgement repeats of it.
  Header header();

  /// All of it can be handed to intake.
  record Understood(Header header, List<Told> vaccinations) implements Reading {
    public Understood {
      vaccinations = List.copyOf(vaccinations);
    }
  }

  /// Nothing of it can be taken.
  ///
  /// @param reports how many vaccinations it would have told; one if that cannot be seen
  record Rejected(Header header, List<Finding> findings, int reports) implements Reading {
    public Rejected {
      findings = List.copyOf(findings);
    }
  }

  /// One vaccination, and where in the message it stands.
  ///
  /// @param reported for intake
  /// @param order its ORC
  /// @param administration its RXA
  record Told(ReportedVaccination reported, Place order, Place administration) {

    /// Where the message says this.
    public Place place(Outcome.Field field) {
      return switch (field) {
        case IDENTIFIER -> order.field(3);
        case PERSON -> Place.of("PID", 1).field(3);
        case BIRTH_DATE -> Place.of("PID", 1).field(7);
        case OCCURRED_ON -> administration.field(3);
        case VACCINE -> administration.field(5);
        case BATCH -> administration.field(15);
      };
    }
  }
}
