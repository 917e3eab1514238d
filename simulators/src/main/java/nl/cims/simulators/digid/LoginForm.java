// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.util.List;
import nl.cims.vocabulary.AssuranceLevel;
import org.jspecify.annotations.Nullable;

/// What the login page shows.
///
/// @param question the request that is being answered
/// @param citizens to choose from
/// @param texts in the language of the page
/// @param chosen the level that is preselected
/// @param error key of what was wrong with the last attempt, absent at first
public record LoginForm(
    Question question,
    List<TestCitizen> citizens,
    Texts texts,
    AssuranceLevel chosen,
    @Nullable String error) {

  /// The levels to choose from, lowest first.
  public List<AssuranceLevel> levels() {
    return List.of(AssuranceLevel.values());
  }

  /// What can be wrong with an answer on purpose.
  public List<Unusual> unusuals() {
    return List.of(Unusual.values());
  }
}
