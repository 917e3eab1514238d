// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// What is remembered of every row that was taken.
final class Marks {

  private static final String FIND =
      "SELECT id, hash, standing, life, anonymous, problems FROM intake_coronit.taken WHERE id = ANY (?)";

  private static final String STRETCH =
      """
      SELECT id, hash, standing, life, anonymous, problems FROM intake_coronit.taken
      WHERE id > ? AND id <= ? AND standing <> 'GONE'
      """;

  private static final String SAVE =
      """
      INSERT INTO intake_coronit.taken (id, hash, standing, life, anonymous, problems)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE
      SET hash = excluded.hash, standing = excluded.standing, life = excluded.life,
          anonymous = excluded.anonymous, problems = excluded.problems
      """;

  private static final String BUCKET =
      """
      SELECT count(*), sha256(coalesce(string_agg(hash, ''::bytea ORDER BY id), ''::bytea))
      FROM intake_coronit.taken WHERE id > ? AND id <= ? AND standing <> 'GONE'
      """;

  private final JdbcTemplate jdbc;

  Marks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// What is remembered of these rows, by their numbers.
  Map<Long, Mark> of(Collection<Row> rows) {
    Long[] ids = rows.stream().map(Row::id).toArray(Long[]::new);
    return byId(jdbc.query(FIND, (row, _) -> mark(row), (Object) ids));
  }

  /// What is remembered of the rows with numbers in this stretch, without those that are gone.
  ///
  /// @param after exclusive
  /// @param upTo inclusive
  Map<Long, Mark> stretch(long after, long upTo) {
    return byId(jdbc.query(STRETCH, (row, _) -> mark(row), after, upTo));
  }

  /// The rows of this stretch as one, without those that are gone.
  Sum sum(long after, long upTo) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            BUCKET, (row, _) -> new Sum(row.getLong(1), row.getBytes(2)), after, upTo));
  }

  void save(Collection<Mark> marks) {
    jdbc.batchUpdate(
        SAVE,
        marks,
        Math.max(1, marks.size()),
        (statement, mark) -> {
          statement.setLong(1, mark.id());
          statement.setBytes(2, mark.hash());
          statement.setString(3, mark.standing().name());
          statement.setInt(4, mark.life());
          statement.setBoolean(5, mark.anonymous());
          statement.setObject(6, mark.problems().toArray(String[]::new));
        });
  }

  private static Map<Long, Mark> byId(List<Mark> marks) {
    return marks.stream().collect(Collectors.toMap(Mark::id, Function.identity()));
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        row.getLong(1),
        row.getBytes(2),
        Standing.valueOf(row.getString(3)),
        row.getInt(4),
        row.getBoolean(5),
        List.of((String[]) row.getArray(6).getArray()));
  }

  /// @param count how many rows
  /// @param hash over their hashes in order: 32 bytes
  record Sum(long count, byte[] hash) {

    boolean same(GgdRows.Bucket theirs) {
      return count == theirs.count() && Arrays.equals(hash, theirs.hash());
    }
  }
}
