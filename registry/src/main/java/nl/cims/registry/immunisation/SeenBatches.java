// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.time.LocalDate;
import java.util.List;
import nl.cims.vocabulary.BatchNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The batches that reports name, counted from the facts that hold now. A dose without a batch
/// number is in none of them.
@Repository
public class SeenBatches {

  private static final String OF_PRODUCT =
      """
      SELECT product, batch, count(*), min(occurred_from), max(occurred_from)
      FROM immunisation.state latest
      WHERE product = ? AND batch IS NOT NULL AND event <> 'WITHDRAWN'
        AND NOT EXISTS (SELECT FROM immunisation.state later
                        WHERE later.dose = latest.dose AND later.step > latest.step)
      GROUP BY product, batch
      ORDER BY batch
      """;

  private final JdbcClient jdbc;

  SeenBatches(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The batches of this vaccine, by batch number. The catalogue need not know it.
  ///
  /// @param product the vaccine's id in the catalogue
  public List<SeenBatch> of(String product) {
    return jdbc.sql(OF_PRODUCT)
        .param(product)
        .query(
            (row, number) ->
                new SeenBatch(
                    row.getString(1),
                    new BatchNumber(row.getString(2)),
                    row.getLong(3),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, LocalDate.class)))
        .list();
  }
}
