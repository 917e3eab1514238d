// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.util.Map;

/// Someone to log in as.
///
/// @param bsn of the test range, never a real one
/// @param name full name
/// @param birthDate as it is to be shown
/// @param note what is special about this one, by language (`nl`, `en`)
public record TestCitizen(String bsn, String name, String birthDate, Map<String, String> note) {

  /// What is special, in this language; empty when nothing is.
  public String noteIn(String language) {
    return note == null ? "" : note.getOrDefault(language, "");
  }
}
