// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Receipt;
import nl.cims.registry.intake.Outcome.Rule;

/// What became of one row: the outcome of intake as a line of a result.
///
/// @param row its number
/// @param fate in one word
/// @param receipt of its message; empty if it was refused
/// @param findings everything that its sender must know
record Line(int row, Fate fate, Optional<UUID> receipt, List<Finding> findings) {

  Line {
    findings = List.copyOf(findings);
  }

  /// What can become of a row.
  enum Fate {
    RECORDED("geregistreerd", "recorded"),
    DUPLICATE("al bekend", "already known"),
    PARKED("wacht op de eerste melding", "waiting for the original"),
    QUARANTINED("bewaard, telt nog niet mee", "kept, does not count yet"),
    REFUSED("geweigerd", "refused");

    private final String dutch;
    private final String english;

    Fate(String dutch, String english) {
      this.dutch = dutch;
      this.english = english;
    }

    String text(Language language) {
      return language.of(dutch, english);
    }
  }

  static Line refused(int row, List<Finding> findings) {
    return new Line(row, Fate.REFUSED, Optional.empty(), findings);
  }

  static Line of(int row, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Recorded(Receipt receipt) -> kept(row, Fate.RECORDED, receipt, List.of());
      case Outcome.Duplicate(Receipt receipt, boolean superseded) ->
          superseded ? superseded(row, receipt) : kept(row, Fate.DUPLICATE, receipt, List.of());
      case Outcome.Quarantined(Receipt receipt, List<Reason> reasons) ->
          kept(row, isParked(reasons) ? Fate.PARKED : Fate.QUARANTINED, receipt, reasons);
      case Outcome.Refused(List<Reason> reasons) ->
          refused(row, reasons.stream().map(Remark::of).toList());
    };
  }

  private static Line superseded(int row, Receipt receipt) {
    return new Line(
        row,
        Fate.DUPLICATE,
        Optional.of(receipt.message()),
        List.of(Finding.ofRow(Remark.SUPERSEDED)));
  }

  private static boolean isParked(List<Reason> reasons) {
    return reasons.stream().anyMatch(it -> it.rule() == Rule.ORIGINAL_UNKNOWN);
  }

  private static Line kept(int row, Fate fate, Receipt receipt, List<Reason> reasons) {
    List<Finding> findings = new ArrayList<>();
    if (receipt.anonymous()) {
      findings.add(Finding.ofRow(Remark.WITHOUT_PERSON));
    }
    reasons.stream().map(Remark::of).forEach(findings::add);
    return new Line(row, fate, Optional.of(receipt.message()), findings);
  }
}
