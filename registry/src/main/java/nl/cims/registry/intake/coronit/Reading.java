// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;

/// What was made of a row.
sealed interface Reading {

  /// It says something that intake can judge.
  record Understood(Draft draft) implements Reading {}

  /// It does not.
  ///
  /// @param problems each column that could not be understood, with the rule; no value of the row
  record Unreadable(List<String> problems) implements Reading {
    public Unreadable {
      problems = List.copyOf(problems);
    }
  }
}
