// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Line;

/// The access log in the form in which its page shows it: lines of one day that differ in nothing
/// but their time are one row.
///
/// @param log as the register gave it
public record AccessLogTable(AccessLogView log) {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private static final UUID NONE = new UUID(0, 0);

  /// Equal lines of one day.
  ///
  /// @param line the newest of them
  /// @param lines all of them, newest first
  public record Row(Line line, List<Line> lines) {

    public Row {
      lines = List.copyOf(lines);
    }

    /// When each was, newest first.
    public List<Instant> moments() {
      return lines.stream().map(Line::at).toList();
    }
  }

  private record Same(LocalDate day, Line line) {}

  /// The rows, newest first.
  public List<Row> rows() {
    Map<Same, List<Line>> equals = new LinkedHashMap<>();
    for (Line line : log.lines()) {
      Same same = new Same(LocalDate.ofInstant(line.at(), AMSTERDAM), timeless(line));
      equals.computeIfAbsent(same, none -> new ArrayList<>()).add(line);
    }
    return equals.values().stream().map(lines -> new Row(lines.getFirst(), lines)).toList();
  }

  private static Line timeless(Line line) {
    return new Line(
        NONE,
        Instant.EPOCH,
        line.organisation(),
        line.role(),
        line.askedBy(),
        line.handledBy(),
        line.kind(),
        line.action(),
        line.data(),
        line.reason(),
        line.medium(),
        line.emergency(),
        line.outcome());
  }
}
