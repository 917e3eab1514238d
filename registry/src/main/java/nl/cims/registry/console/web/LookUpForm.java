// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Occasion;
import nl.cims.vocabulary.Bsn;

/// What somebody typed to look a person up, and what is wrong with it. The number is never given
/// back to the page: it is typed again.
///
/// @param occasion name of the choice; empty if none was made
/// @param reference as typed
/// @param reason as typed, in an emergency
/// @param mistakes by field: the key of the sentence that says what is wrong
public record LookUpForm(
    String occasion, String reference, String reason, Map<String, String> mistakes) {

  /// Nothing typed yet.
  static final LookUpForm EMPTY = new LookUpForm("", "", "", Map.of());

  public LookUpForm {
    mistakes = Map.copyOf(mistakes);
  }

  /// For a purpose from the list.
  static LookUpForm of(Optional<Bsn> bsn, String occasion, String reference) {
    Map<String, String> wrong = mistakes(bsn);
    if (Occasion.choice(occasion).isEmpty()) {
      wrong.put("occasion", "find.occasion.missing");
    } else if (Errand.of(occasion, reference).isEmpty()) {
      wrong.put("reference", "find.reference.wrong");
    }
    return new LookUpForm(occasion, reference, "", wrong);
  }

  /// In an emergency.
  static LookUpForm of(Optional<Bsn> bsn, String reason) {
    Map<String, String> wrong = mistakes(bsn);
    GivenReason.mistake(reason).ifPresent(mistake -> wrong.put("reason", mistake));
    return new LookUpForm("", "", reason, wrong);
  }

  /// A number as people type it: spaces and dots are no mistake.
  static Optional<Bsn> number(String typed) {
    return Bsn.parse(typed.replaceAll("[ .]", ""));
  }

  private static Map<String, String> mistakes(Optional<Bsn> bsn) {
    Map<String, String> wrong = new HashMap<>();
    if (bsn.isEmpty()) {
      wrong.put("bsn", "find.bsn.wrong");
    }
    return wrong;
  }

  /// Whether it can be done as typed.
  boolean isRight() {
    return mistakes.isEmpty();
  }

  @Override
  public String toString() {
    return "LookUpForm[hidden]";
  }
}
