// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.cims.registry.intake.csv.Line.Fate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What became of each row of each file. Holds nothing of what the row said.
@Repository
class Results {

  private static final int PAGE = 2_000;

  private static final String ADD =
      """
      INSERT INTO intake_csv.result (upload, row, outcome, receipt, findings)
      SELECT ?, row, outcome, nullif(receipt, '')::uuid, findings
      FROM unnest(?::int[], ?::text[], ?::text[], ?::text[]) AS line (row, outcome, receipt, findings)
      """;

  private static final String AFTER =
      """
      SELECT row, outcome, receipt, findings FROM intake_csv.result
      WHERE upload = ? AND row > ? ORDER BY row LIMIT ?
      """;

  private final JdbcClient jdbc;

  Results(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID upload, List<Line> lines) {
    jdbc.sql(ADD)
        .param(upload)
        .param(lines.stream().mapToInt(Line::row).toArray())
        .param(each(lines, line -> line.fate().name()))
        .param(each(lines, line -> line.receipt().map(UUID::toString).orElse("")))
        .param(each(lines, line -> Finding.stored(line.findings())))
        .update();
  }

  /// The lines after this row in the order of the file, a page of them; empty if there are no more.
  List<Line> after(UUID upload, int row) {
    return jdbc.sql(AFTER)
        .params(upload, row, PAGE)
        .query(
            (line, number) ->
                new Line(
                    line.getInt(1),
                    Fate.valueOf(line.getString(2)),
                    Optional.ofNullable(line.getObject(3, UUID.class)),
                    Finding.read(line.getString(4))))
        .list();
  }

  private static String[] each(List<Line> lines, Function<Line, String> what) {
    return lines.stream().map(what).toArray(String[]::new);
  }
}
