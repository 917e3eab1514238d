// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.LogEntry;
import nl.cims.vocabulary.Bsn;

/// What an employee says before anything is shown to him: for what he needs it, and which case,
/// letter or call that is. Both stand in the access log.
///
/// @param occasion for what
/// @param reference which case; empty only if the occasion has none
public record Errand(Occasion occasion, String reference) {

  /// Watching over the log, which needs no case.
  public static final Errand SUPERVISION = new Errand(Occasion.SUPERVISION, "");

  private static final Pattern REFERENCE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./:_-]{1,39}");
  private static final Pattern NINE_DIGITS = Pattern.compile("(?=([0-9]{9}))");

  /// What somebody typed, if it can be an errand: a choice from the list and a reference of 2 to 40
  /// letters, digits, spaces and `. / : _ -` in which no BSN stands.
  public static Optional<Errand> of(String occasion, String reference) {
    String said = reference.strip();
    return REFERENCE.matcher(said).matches() && !holdsBsn(said)
        ? Occasion.choice(occasion).map(it -> new Errand(it, said))
        : Optional.empty();
  }

  /// What a line of the access log says of an errand in [LogEntry.Grounds#careRelation]; empty if
  /// it says something else.
  public static Optional<Errand> logged(String careRelation) {
    String[] parts = careRelation.split(" ", 2);
    return Stream.of(Occasion.values())
        .filter(it -> it.name().equals(parts[0]))
        .findFirst()
        .map(it -> new Errand(it, parts.length == 1 ? "" : parts[1]));
  }

  /// Whether somebody's number stands in a text that is kept where others read it.
  public static boolean holdsBsn(String text) {
    String digits = text.replaceAll("(?<=[0-9])[ .-](?=[0-9])", "");
    return NINE_DIGITS
        .matcher(digits)
        .results()
        .map((MatchResult found) -> found.group(1))
        .anyMatch(found -> Bsn.parse(found).isPresent());
  }

  /// Whether the emergency procedure is used.
  public boolean isEmergency() {
    return occasion == Occasion.EMERGENCY;
  }

  LogEntry.Grounds grounds() {
    return new LogEntry.Grounds(
        occasion.purpose(),
        occasion.permission().name(),
        (occasion.name() + " " + reference).strip(),
        "",
        isEmergency());
  }
}
