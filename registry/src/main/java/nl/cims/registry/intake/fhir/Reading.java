// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.List;
import nl.cims.registry.intake.ReportedVaccination;

/// What came of reading a message.
public sealed interface Reading {

  /// One vaccination, ready for intake.
  record Understood(ReportedVaccination vaccination) implements Reading {}

  /// A Bundle, with one part for each entry, in their order.
  ///
  /// @param atomic whether it is a transaction: all or nothing
  record Several(boolean atomic, List<Part> parts) implements Reading {
    public Several {
      parts = List.copyOf(parts);
    }
  }

  /// Nothing of it can be taken.
  record Rejected(List<Finding> findings) implements Reading {
    public Rejected {
      findings = List.copyOf(findings);
    }
  }

  /// One entry of a Bundle.
  sealed interface Part {

    /// A vaccination, ready for intake.
    ///
    /// @param update whether the entry asks for a PUT
    record Vaccination(ReportedVaccination reported, boolean update) implements Part {}

    /// A resource that serves only as content of the vaccinations that refer to it.
    record Supporting() implements Part {}

    /// It cannot be taken; occurs in a batch only.
    record Rejected(List<Finding> findings) implements Part {
      public Rejected {
        findings = List.copyOf(findings);
      }
    }
  }
}
