// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Party;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What reports that are parked or in quarantine say, sealed, until they wait no longer.
@Repository
class Waiting {

  private static final String KEEP =
      "INSERT INTO intake.waiting (report, understood) VALUES (?, ?)";

  private static final String READ = "SELECT understood FROM intake.waiting WHERE report = ?";

  private static final String FIND =
      """
      SELECT r.id, v.source, r.channel, r.intention, r.outcome, r.reasons, r.received_at
      FROM intake.report r JOIN intake.vaccination v ON v.index = r.vaccination
      WHERE r.outcome IN ('QUARANTINED', 'PARKED') AND r.id = ?
      """;

  private static final String FORGET = "DELETE FROM intake.waiting WHERE report = ?";

  private static final String LIST =
      """
      SELECT r.id, v.source, r.channel, r.intention, r.outcome, r.reasons, r.received_at
      FROM intake.report r JOIN intake.vaccination v ON v.index = r.vaccination
      WHERE r.outcome IN ('QUARANTINED', 'PARKED') AND (? = '' OR v.source = ?)
        AND (r.received_at, r.id) > (?, ?)
      ORDER BY r.received_at, r.id LIMIT ?
      """;

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Understood understood;

  Waiting(JdbcClient jdbc, Protection protection, Understood understood) {
    this.jdbc = jdbc;
    this.sealing = protection.sealing("intake", "intake.waiting.understood");
    this.understood = understood;
  }

  void keep(UUID report, ReportedVaccination said) {
    jdbc.sql(KEEP).params(report, sealing.seal(report, understood.write(said))).update();
  }

  ReportedVaccination read(UUID report) {
    return understood.read(
        sealing.open(report, jdbc.sql(READ).param(report).query(byte[].class).single()));
  }

  /// The same, if it still waits.
  Optional<ReportedVaccination> open(UUID report) {
    return jdbc.sql(READ)
        .param(report)
        .query(byte[].class)
        .optional()
        .map(it -> understood.read(sealing.open(report, it)));
  }

  Optional<Quarantine.Item> find(UUID report) {
    return jdbc.sql(FIND).param(report).query(Waiting::item).optional();
  }

  void forget(UUID report) {
    jdbc.sql(FORGET).param(report).update();
  }

  /// What waits, oldest first.
  ///
  /// @param source of this source only; empty for all
  /// @param after the last one that was listed before
  /// @param most how many at most
  List<Quarantine.Item> list(String source, Quarantine.Mark after, int most) {
    return jdbc.sql(LIST)
        .params(source, source, after.receivedAt().atOffset(ZoneOffset.UTC), after.id(), most)
        .query(Waiting::item)
        .list();
  }

  private static Quarantine.Item item(ResultSet row, int number) throws SQLException {
    return new Quarantine.Item(
        row.getObject(1, UUID.class),
        row.getString(2),
        Party.Channel.valueOf(row.getString(3)),
        ReportedVaccination.Intention.valueOf(row.getString(4)),
        row.getString(5).equals(Report.Fate.PARKED.name()),
        Rows.reasons(row, 6),
        Rows.instant(row, 7));
  }
}
