// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The doses of everybody as they are counted: without names, numbers and words, and without what
/// was withdrawn. Whose a dose is, is told by a link that leads to nobody without his key.
@Repository
public class CountedDoses {

  private static final int AT_ONCE = 2000;

  private static final String COUNTED =
      """
      SELECT s.link, s.product, s.batch, s.occurred_from, s.age_cohort, s.source
      FROM immunisation.state s
      WHERE s.event <> 'WITHDRAWN' AND s.occurred_from BETWEEN ? AND ?
        AND NOT EXISTS (SELECT FROM immunisation.state later WHERE later.dose = s.dose AND later.step > s.step)
      """;

  private static final String EACH = COUNTED + "ORDER BY s.link NULLS LAST, s.dose";

  private static final String SOME = COUNTED + "AND s.link IS NOT NULL ORDER BY random() LIMIT ?";

  private final JdbcClient jdbc;

  CountedDoses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A dose.
  ///
  /// @param link the same for all doses of one person; empty if it was shared anonymously
  /// @param product the vaccine's id in the catalogue
  /// @param batch as sent
  /// @param on when it was given, or the first day on which it can have been
  /// @param ageCohort five-year cohort at that time
  /// @param source the party that reported it
  public record Dose(
      Optional<UUID> link,
      String product,
      Optional<String> batch,
      LocalDate on,
      Optional<String> ageCohort,
      String source) {}

  /// All that were given in a period, those of one person together, with little memory.
  ///
  /// @param from first day
  /// @param until last day
  @Transactional(propagation = Propagation.MANDATORY)
  public void each(LocalDate from, LocalDate until, Consumer<Dose> taker) {
    try (Stream<Dose> doses =
        jdbc
            .sql(EACH)
            .withFetchSize(AT_ONCE)
            .params(from, until)
            .query((row, number) -> dose(row))
            .stream()) {
      doses.forEach(taker);
    }
  }

  /// Some of them that lead to a person, by chance.
  public List<Dose> some(LocalDate from, LocalDate until, int many) {
    return jdbc.sql(SOME).params(from, until, many).query((row, number) -> dose(row)).list();
  }

  private static Dose dose(ResultSet row) throws SQLException {
    return new Dose(
        Optional.ofNullable(row.getObject(1, UUID.class)),
        row.getString(2),
        Optional.ofNullable(row.getString(3)),
        row.getObject(4, LocalDate.class),
        Optional.ofNullable(row.getString(5)),
        row.getString(6));
  }
}
