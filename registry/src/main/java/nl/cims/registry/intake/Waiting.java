// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Party;
import nl.cims.registry.keyring.Keyring;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.registry.protection.ErasableSealing;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What reports that are parked or in quarantine say, sealed, until they wait no longer.
@Repository
class Waiting {

  private static final String KEEP =
      "INSERT INTO intake.waiting (report, understood, link, told) VALUES (?, ?, ?, ?)";

  private static final String READ =
      "SELECT understood, link, told FROM intake.waiting WHERE report = ?";

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
  private final Keyring keyring;
  private final Sealing anonymous;
  private final ErasableSealing told;
  private final Understood understood;

  Waiting(JdbcClient jdbc, Keyring keyring, Protection protection, Understood understood) {
    this.jdbc = jdbc;
    this.keyring = keyring;
    this.anonymous = protection.sealing("intake", "intake.waiting.understood");
    this.told = protection.erasable("intake.waiting.told");
    this.understood = understood;
  }

  /// @param key of the person it is tied to; empty if it leads to nobody
  void keep(UUID report, ReportedVaccination said, Optional<ErasableKey> key) {
    jdbc.sql(KEEP)
        .param(report)
        .param(anonymous.seal(report, understood.write(said.anonymous())))
        .param(key.map(ErasableKey::link).orElse(null))
        .param(key.map(it -> told.seal(it, report, understood.write(said))).orElse(null))
        .update();
  }

  /// What a report says; without the person if nothing leads to him, or nothing does any more.
  ReportedVaccination read(UUID report) {
    return jdbc.sql(READ).param(report).query((row, number) -> read(report, row)).single();
  }

  private ReportedVaccination read(UUID report, ResultSet row) throws SQLException {
    byte[] kept = row.getBytes(1);
    byte[] whole = row.getBytes(3);
    return understood.read(
        Optional.ofNullable(row.getObject(2, UUID.class))
            .flatMap(keyring::behind)
            .map(key -> told.open(key, report, whole))
            .orElseGet(() -> anonymous.open(report, kept)));
  }

  /// The same, if it still waits.
  Optional<ReportedVaccination> open(UUID report) {
    return jdbc.sql(READ).param(report).query((row, number) -> read(report, row)).optional();
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
