// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.immunisation.CountedDoses.Dose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Doses of people who do not exist, a few in each export. They look like the others, having been
/// made from some of them; their pseudonyms stand in that export and nowhere else.
@Repository
class Canaries {

  static final int EACH = 5;

  private static final String ADD =
      """
      INSERT INTO export.canary (request, link, product, batch, given_on, age_cohort, source)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OF =
      "SELECT link, product, batch, given_on, age_cohort, source FROM export.canary WHERE request = ?";

  private final JdbcClient jdbc;

  Canaries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Makes those of an export.
  ///
  /// @param alike doses like which they are to look
  void add(UUID export, List<Dose> alike) {
    for (Dose like : alike) {
      jdbc.sql(ADD)
          .params(export, UUID.randomUUID(), like.product())
          .param(like.batch().orElse(null))
          .param(like.on())
          .param(like.ageCohort().orElse(null))
          .param(like.source())
          .update();
    }
  }

  /// Those of an export, in the order in which doses are written.
  List<Dose> of(UUID export) {
    return jdbc
        .sql(OF)
        .param(export)
        .query(
            (row, number) ->
                new Dose(
                    Optional.of(row.getObject(1, UUID.class)),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)),
                    row.getObject(4, LocalDate.class),
                    Optional.ofNullable(row.getString(5)),
                    row.getString(6)))
        .stream()
        // As text, UUIDs have the order that PostgreSQL gives them.
        .sorted(Comparator.comparing(dose -> dose.link().orElseThrow().toString()))
        .toList();
  }
}
