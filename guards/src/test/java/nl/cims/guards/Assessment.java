// SPDX-License-Identifier: EUPL-1.2
package nl.cims.guards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows of `docs/asvs.md`, held against the standard: each requirement of levels 1 and 2 once,
/// each decided.
final class Assessment {

  /// One row.
  ///
  /// @param id of the requirement
  /// @param level 1 or 2
  /// @param asked the demand in our words
  /// @param state what holds
  /// @param by by what it is held, or why it need not be
  record Row(String id, int level, String asked, String state, String by) {}

  private static final Pattern ROW =
      Pattern.compile("\\| (V\\d+\\.\\d+\\.\\d+) \\| (\\d) \\| (.*?) \\| (.*?) \\| (.*) \\|");
  private static final String MET = "met";
  private static final Set<String> REASONED = Set.of("absent", "operator", "accepted", "open");
  private static final int SHORTEST_REASON = 20;

  private Assessment() {}

  /// The rows of this document.
  static List<Row> rows(String document) {
    return document
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(
            row ->
                new Row(
                    row.group(1),
                    Integer.parseInt(row.group(2)),
                    row.group(3),
                    row.group(4),
                    row.group(5)))
        .toList();
  }

  /// The level of each requirement, from lines that name a section and the levels of its
  /// requirements in their order.
  static Map<String, Integer> standard(List<String> lines) {
    Map<String, Integer> levels = new TreeMap<>();
    for (String line : lines) {
      if (line.startsWith("V")) {
        String[] parts = line.split(": ?", 2);
        int number = 0;
        for (String level : parts[1].split(" ")) {
          number++;
          levels.put(parts[0] + "." + number, Integer.valueOf(level));
        }
      }
    }
    return levels;
  }

  /// Where these rows are not levels 1 and 2 of the standard, one sentence each.
  static List<String> differences(List<Row> rows, Map<String, Integer> standard) {
    List<String> found = new ArrayList<>();
    Map<String, Integer> seen = new TreeMap<>();
    for (Row row : rows) {
      if (seen.put(row.id(), row.level()) != null) {
        found.add(row.id() + " has two rows");
      }
      if (!Integer.valueOf(row.level()).equals(standard.get(row.id()))) {
        found.add(row.id() + " is not a requirement of level " + row.level());
      }
    }
    standard.forEach(
        (id, level) -> {
          if (level < 3 && !seen.containsKey(id)) {
            found.add(id + " has no row");
          }
        });
    return found;
  }

  /// Rows without a decision, or with one that nothing stands behind.
  static List<String> undecided(List<Row> rows) {
    List<String> found = new ArrayList<>();
    for (Row row : rows) {
      boolean reasoned =
          REASONED.contains(row.state()) && row.by().strip().length() >= SHORTEST_REASON;
      boolean met = row.state().equals(MET) && !Evidence.named(row.by()).isEmpty();
      if (row.asked().isBlank() || !(met || reasoned)) {
        found.add(row.id() + " is not decided: " + row.state());
      }
    }
    return found;
  }
}
