// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import java.time.Instant;

/// That somebody asked a source about a report that waits.
///
/// @param name of the employee who asked
/// @param text what he asked, in his words
/// @param at when
public record Question(String name, String text, Instant at) {

  @Override
  public String toString() {
    return "Question[hidden]";
  }
}
