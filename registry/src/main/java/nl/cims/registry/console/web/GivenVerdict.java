// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.oversight.Judged;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// A verdict on what a colleague did or asked for, as it was typed, and what is wrong with it.
///
/// @param about what it is about; empty if nobody typed one
/// @param verdict name of the one that was chosen; empty if none was
/// @param reason as typed
/// @param mistake key of the sentence that says what is wrong; empty if nothing is
public record GivenVerdict(String about, String verdict, String reason, String mistake) {

  static final GivenVerdict NONE = new GivenVerdict("", "", "", "");

  /// @param missing key of the sentence if none was chosen
  static GivenVerdict of(
      UUID about, Optional<? extends Enum<?>> verdict, String reason, String missing) {
    return new GivenVerdict(
        about.toString(),
        verdict.map(Enum::name).orElse(""),
        reason,
        GivenReason.mistake(verdict, missing, reason).orElse(""));
  }

  /// About one of a list, of which something else was asked than a verdict.
  static GivenVerdict none(UUID about) {
    return new GivenVerdict(about.toString(), "", "", "");
  }

  boolean isWrong() {
    return !mistake.isEmpty();
  }

  /// The same with what turned out to be wrong; empty if it was taken.
  ///
  /// @throws ResponseStatusException 404 if there is nothing to judge
  Optional<GivenVerdict> refused(Judged outcome) {
    return switch (outcome) {
      case JUDGED -> Optional.empty();
      case OWN -> Optional.of(refused("emergencies.own"));
      case BEFORE -> Optional.of(refused("emergencies.before"));
      case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  GivenVerdict refused(String why) {
    return new GivenVerdict(about, verdict, reason, why);
  }

  /// What was typed about one of a list: this, or nothing.
  public GivenVerdict at(String id) {
    return about.equals(id) ? this : NONE;
  }

  @Override
  public String toString() {
    return "GivenVerdict[hidden]";
  }
}
