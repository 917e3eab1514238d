// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Line;

/// The access log in the form in which its page shows it: lines of one day that differ in nothing
/// but their time are one row.
///
/// @param log as the register gave it
public record AccessLogTable(AccessLogView log) {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  /// Equal lines of one day.
  ///
  /// @param line the newest of them
  /// @param moments when each was, newest first
  public record Row(Line line, List<Instant> moments) {

    public Row {
      moments = List.copyOf(moments);
    }
  }

  private record Same(LocalDate day, Line line) {}

  /// The rows, newest first.
  public List<Row> rows() {
    Map<Same, List<Instant>> moments = new LinkedHashMap<>();
    Map<Same, Line> newest = new LinkedHashMap<>();
    for (Line line : log.lines()) {
      Same same = new Same(LocalDate.ofInstant(line.at(), AMSTERDAM), timeless(line));
      newest.putIfAbsent(same, line);
      moments.computeIfAbsent(same, none -> new ArrayList<>()).add(line.at());
    }
    return newest.entrySet().stream()
        .map(entry -> new Row(entry.getValue(), moments.getOrDefault(entry.getKey(), List.of())))
        .toList();
  }

  private static Line timeless(Line line) {
    return new Line(
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
        line.permitted());
  }
}
