// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What is known when an employee looks somebody up.
///
/// @param lookUps his of the last week; the last is the one that he asks for now
/// @param acts how many of the dossiers that he opened in that week he put right
/// @param usual how many people colleagues in his role look up in a day for such a purpose
/// @param eyes how many employees, he included, looked this person up in that week, each for a case
///   of his own
/// @param judged since when a sign counts anew, because a supervisor found an explanation for what
///   was before
record Facts(List<LookUp> lookUps, int acts, int usual, int eyes, Map<Sign, Instant> judged) {

  LookUp now() {
    return lookUps.getLast();
  }

  List<LookUp> before() {
    return lookUps.subList(0, lookUps.size() - 1);
  }
}
