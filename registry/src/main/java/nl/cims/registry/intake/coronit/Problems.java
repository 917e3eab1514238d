// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Outcome.Field;
import nl.cims.registry.intake.Outcome.Reason;

/// Prints why a row could not be taken as it is: names of columns and rules, no value.
final class Problems {

  private Problems() {}

  static List<String> of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Recorded _, Outcome.Duplicate _ -> List.of();
      case Outcome.Quarantined(var receipt, var reasons) -> of(reasons);
      case Outcome.Refused(var reasons) -> of(reasons);
    };
  }

  static List<String> of(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> column(reason.field()).title() + ": " + reason.rule())
        .toList();
  }

  /// That the fault is ours; the log says which.
  static List<String> fault() {
    return List.of("fault");
  }

  private static Column column(Field field) {
    return switch (field) {
      case IDENTIFIER -> Column.ID;
      case PERSON -> Column.BSN;
      case BIRTH_DATE -> Column.GEBOORTEDATUM;
      case OCCURRED_ON -> Column.TOEGEDIEND_OP;
      case VACCINE -> Column.HPK;
      case BATCH -> Column.BATCHNUMMER;
    };
  }
}
