// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of a whole run, for people.
final class Summary {

  private static final String LINE = "%-58s %-10s %6s  %-28s %4s %6s %4s %8s %8s\n";

  private final List<Row> rows = new ArrayList<>();

  /// One attack: what came of it, or why it could not be made.
  private record Row(Assault assault, Duration took, Optional<Outcome> outcome, String why) {

    boolean isBad() {
      return outcome.isEmpty() || !bad().isEmpty();
    }

    List<Finding> bad() {
      return findings().stream()
          .filter(each -> each.severity() != Severity.LOW && accepted(each).isEmpty())
          .toList();
    }

    List<Finding> findings() {
      return outcome.map(Outcome::findings).orElse(List.of());
    }

    Optional<String> accepted(Finding finding) {
      return Accepted.reason(assault.tool(), finding);
    }

    String line() {
      Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
      int accepted = 0;
      for (Finding each : findings()) {
        if (each.severity() != Severity.LOW && accepted(each).isPresent()) {
          accepted++;
        } else {
          counts.merge(each.severity(), 1, Integer::sum);
        }
      }
      return LINE.formatted(
          assault.target(),
          assault.tool(),
          took.toSeconds() + " s",
          outcome.map(Outcome::lookedAt).orElse("NOT DONE"),
          counts.getOrDefault(Severity.LOW, 0),
          counts.getOrDefault(Severity.MEDIUM, 0),
          counts.getOrDefault(Severity.HIGH, 0),
          counts.getOrDefault(Severity.CRITICAL, 0),
          accepted);
    }

    String details() {
      StringBuilder text = new StringBuilder();
      if (!why.isEmpty()) {
        text.append("  NOT DONE  %s\n".formatted(why));
      }
      for (Finding each : findings()) {
        Optional<String> reason = accepted(each);
        String sign =
            each.severity() == Severity.LOW ? "low" : reason.isPresent() ? "accepted" : "FOUND";
        text.append("  %-8s  %s\n".formatted(sign, each));
        reason.ifPresent(why -> text.append("            because %s\n".formatted(why)));
      }
      return text.isEmpty() ? "" : "%s, %s\n%s".formatted(assault.target(), assault.tool(), text);
    }
  }

  void add(Assault assault, Duration took, Outcome outcome) {
    rows.add(new Row(assault, took, Optional.of(outcome), ""));
  }

  void addFailure(Assault assault, Duration took, String why) {
    rows.add(new Row(assault, took, Optional.empty(), why));
  }

  /// Whether everything was looked at and nothing above low was found that is not accepted.
  boolean isGood() {
    return !rows.isEmpty() && rows.stream().noneMatch(Row::isBad);
  }

  /// The findings one by one, the table, and one sentence.
  String text() {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(row.details()));
    text.append('\n');
    text.append(
        LINE.formatted(
            "target",
            "tool",
            "time",
            "looked at",
            "low",
            "medium",
            "high",
            "critical",
            "accepted"));
    rows.forEach(row -> text.append(row.line()));
    long bad = rows.stream().mapToLong(row -> row.bad().size()).sum();
    long undone = rows.stream().filter(row -> row.outcome().isEmpty()).count();
    return text.append('\n')
        .append(
            isGood()
                ? "Nothing above low was found.\n"
                : "%d above low, %d attacks not done.\n".formatted(bad, undone))
        .toString();
  }
}
