// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.util.List;
import nl.cims.contracts.citizen.JoinRule;

/// One dose that a person got, with every report of it. Worked out anew at each look, from the
/// reports alone: nothing of it is stored, and it is the same in whatever order they came.
///
/// @param leading the report that is shown: the one that names the vaccine and the day most
///   precisely
/// @param others the reports of other sources about the same dose; mostly none
public record Vaccination(State leading, List<Other> others) {

  public Vaccination {
    others = List.copyOf(others);
  }

  /// Another source's report of the same dose.
  ///
  /// @param rule why it is the same dose as the leading one
  public record Other(State state, JoinRule rule) {}
}
