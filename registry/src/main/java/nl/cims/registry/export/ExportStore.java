// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Employee;
import nl.cims.registry.export.Export.Decision;
import nl.cims.registry.export.Export.Verdict;
import nl.cims.registry.export.Export.Wish;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.SealedText;
import nl.cims.registry.protection.Sealing;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where exports are kept, with their keys. Nothing in it is ever changed.
@Repository
class ExportStore {

  private static final String ADD =
      """
      INSERT INTO export.request (id, from_day, until_day, recipient, purpose, staff, name, requested_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // Of two who decide at the same moment one wins.
  private static final String DECIDE =
      """
      INSERT INTO export.decision (request, requested_by, staff, name, verdict, reason, secret, decided_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (request) DO NOTHING
      """;

  private static final String FETCHED =
      "INSERT INTO export.fetched (id, request, staff, fetched_at) VALUES (?, ?, ?, ?)";

  private static final String LIST =
      """
      SELECT r.id, r.from_day, r.until_day, r.recipient, r.purpose, r.staff, r.name, r.requested_at,
        d.verdict, d.name, d.reason, d.decided_at, (SELECT count(*) FROM export.fetched f WHERE f.request = r.id)
      FROM export.request r LEFT JOIN export.decision d ON d.request = r.id
      """;

  private static final String ONE = LIST + "WHERE r.id = ?";

  private static final String NEWEST =
      LIST + "ORDER BY d.request IS NOT NULL, r.requested_at DESC, r.id LIMIT ?";

  private static final String WAITING =
      """
      SELECT count(*) FROM export.request r
      WHERE r.staff <> ? AND NOT EXISTS (SELECT FROM export.decision d WHERE d.request = r.id)
      """;

  private static final String SECRETS =
      "SELECT request, secret FROM export.decision WHERE secret IS NOT NULL ORDER BY decided_at";

  private final JdbcClient jdbc;
  private final SealedText purposes;
  private final SealedText names;
  private final SealedText deciders;
  private final SealedText reasons;
  private final Sealing secrets;

  ExportStore(JdbcClient jdbc, Protection protection) {
    this.jdbc = jdbc;
    this.purposes = protection.text("export", "export.request.purpose");
    this.names = protection.text("export", "export.request.name");
    this.deciders = protection.text("export", "export.decision.name");
    this.reasons = protection.text("export", "export.decision.reason");
    this.secrets = protection.sealing("export", "export.decision.secret");
  }

  void add(UUID id, Employee employee, Wish wish, Instant now) {
    jdbc.sql(ADD)
        .params(id, wish.from(), wish.until(), wish.recipient())
        .params(purposes.seal(id, wish.purpose()), employee.id())
        .params(names.seal(id, employee.name()), at(now))
        .update();
  }

  /// Keeps a decision, with a key of its own if it was approved.
  ///
  /// @return false if there was one before
  boolean decide(Export export, String staff, Decision decision) {
    UUID id = export.id();
    byte[] secret =
        decision.verdict() == Verdict.APPROVED
            ? secrets.seal(id, ErasableKey.fresh().secret())
            : null;
    return jdbc.sql(DECIDE)
            .params(id, export.staff(), staff, deciders.seal(id, decision.name()))
            .params(decision.verdict().name(), reasons.seal(id, decision.reason()))
            .params(new SqlParameterValue(Types.BINARY, secret), at(decision.at()))
            .update()
        == 1;
  }

  void fetched(UUID id, UUID export, String staff, Instant now) {
    jdbc.sql(FETCHED).params(id, export, staff, at(now)).update();
  }

  Optional<Export> find(UUID id) {
    return jdbc.sql(ONE).param(id).query(this::export).optional();
  }

  /// Those without a decision first, each the newest first.
  List<Export> list(int most) {
    return jdbc.sql(NEWEST).param(most).query(this::export).list();
  }

  long waiting(String staff) {
    return jdbc.sql(WAITING).param(staff).query(Long.class).single();
  }

  /// The key that makes the pseudonyms of this export; empty if it was not approved.
  Optional<ErasableKey> key(UUID export) {
    return Optional.ofNullable(keys().get(export));
  }

  /// The keys of all that were approved, the oldest first.
  Map<UUID, ErasableKey> keys() {
    Map<UUID, ErasableKey> keys = new LinkedHashMap<>();
    jdbc.sql(SECRETS)
        .query(
            row -> {
              UUID export = row.getObject(1, UUID.class);
              keys.put(export, ErasableKey.of(secrets.open(export, row.getBytes(2))));
            });
    return keys;
  }

  private Export export(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    return new Export(
        id,
        new Wish(
            row.getObject(2, LocalDate.class),
            row.getObject(3, LocalDate.class),
            row.getString(4),
            purposes.open(id, row.getBytes(5))),
        row.getString(6),
        names.open(id, row.getBytes(7)),
        instant(row, 8),
        decision(id, row),
        row.getInt(13));
  }

  private Optional<Decision> decision(UUID id, ResultSet row) throws SQLException {
    String verdict = row.getString(9);
    return verdict == null
        ? Optional.empty()
        : Optional.of(
            new Decision(
                Verdict.valueOf(verdict),
                deciders.open(id, row.getBytes(10)),
                reasons.open(id, row.getBytes(11)),
                instant(row, 12)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
