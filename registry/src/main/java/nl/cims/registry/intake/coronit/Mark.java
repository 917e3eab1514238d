// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.Arrays;
import java.util.List;

/// What is remembered of a row that was taken; nothing of what it says.
///
/// @param id their number
/// @param hash of the row as taken: 32 bytes
/// @param standing where it stands with the register
/// @param life 1, and one more each time it came back after a withdrawal
/// @param anonymous whether it was last shared without the person
/// @param problems columns that could not be understood, each with the rule
record Mark(
    long id, byte[] hash, Standing standing, int life, boolean anonymous, List<String> problems) {

  Mark {
    problems = List.copyOf(problems);
  }

  /// Whether the row is the one that was taken.
  boolean covers(Row row) {
    return standing != Standing.GONE && Arrays.equals(hash, row.hash());
  }

  Mark standing(Standing other) {
    return new Mark(id, hash, other, life, anonymous, problems);
  }

  Mark problems(List<String> other) {
    return new Mark(id, hash, standing, life, anonymous, other);
  }
}
