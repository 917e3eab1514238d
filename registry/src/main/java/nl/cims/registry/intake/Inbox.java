// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.intake.Outcome.Field;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What came in: every report once, by the keyed index of its vaccination and of its content, with
/// the bytes as sent.
@Repository
class Inbox {

  private static final String CLAIM =
      """
      WITH claimed AS (
        INSERT INTO intake.vaccination (index, source, dose, report) VALUES (?, ?, ?, ?)
        ON CONFLICT (index) DO NOTHING RETURNING index
      )
      INSERT INTO intake.report
        (id, vaccination, content, dose, intention, outcome, reasons, anonymous, message, received_at)
      SELECT ?, index, ?, ?, ?, ?, ?, ?, ?, ? FROM claimed
      """;

  private static final String ADD =
      """
      INSERT INTO intake.report
        (id, vaccination, content, dose, intention, outcome, reasons, anonymous, message, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String HOLDS = "UPDATE intake.vaccination SET report = ? WHERE index = ?";

  private static final String LOCK =
      "SELECT dose, report FROM intake.vaccination WHERE index = ? FOR UPDATE";

  private static final String FIND =
      """
      SELECT id, dose, outcome, reasons, anonymous, received_at
      FROM intake.report WHERE vaccination = ? AND content = ?
      """;

  private static final String KEEP =
      "INSERT INTO intake.message (id, source, received_at, media_type, body) VALUES (?, ?, ?, ?, ?)";

  private final JdbcClient jdbc;
  private final Sealing bodies;

  Inbox(JdbcClient jdbc, Protection protection) {
    this.jdbc = jdbc;
    this.bodies = protection.sealing("intake", "intake.message.body");
  }

  /// Takes a vaccination that is new, with its first report.
  ///
  /// @return false if the source reported that vaccination before; nothing is written then
  boolean claim(String source, Report report) {
    return bind(
                jdbc.sql(CLAIM)
                    .param(report.key().vaccination())
                    .param(source)
                    .param(report.dose())
                    .param(report.id())
                    .param(report.id()),
                report)
            .update()
        == 1;
  }

  /// Adds a later report about a vaccination that [#lock] has locked.
  ///
  /// @param holds whether it is what the source says from now on
  void add(Report report, boolean holds) {
    bind(jdbc.sql(ADD).param(report.id()).param(report.key().vaccination()), report).update();
    if (holds) {
      jdbc.sql(HOLDS).params(report.id(), report.key().vaccination()).update();
    }
  }

  /// The vaccination with this index, locked until the end of the transaction.
  Optional<Claimed> lock(Key key) {
    return jdbc.sql(LOCK)
        .param(key.vaccination())
        .query(
            (row, number) ->
                new Claimed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .optional();
  }

  /// What was answered to the report with this content.
  Optional<Answered> find(Key key) {
    return jdbc.sql(FIND)
        .params(key.vaccination(), key.content())
        .query(Inbox::answered)
        .optional();
  }

  /// Keeps the bytes of a message, sealed.
  void keep(UUID id, String source, ReceivedMessage message, Instant receivedAt) {
    jdbc.sql(KEEP)
        .params(
            id,
            source,
            receivedAt.atOffset(ZoneOffset.UTC),
            message.mediaType(),
            bodies.seal(id, message.bytes()))
        .update();
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Report report) {
    return statement
        .param(report.key().content())
        .param(report.dose())
        .param(report.intention().name())
        .param(report.reasons().isEmpty() ? "RECORDED" : "QUARANTINED")
        .param(
            report.reasons().stream()
                .map(it -> it.rule() + "@" + it.field())
                .toArray(String[]::new))
        .param(report.message() == null)
        .param(report.message())
        .param(report.receivedAt().atOffset(ZoneOffset.UTC));
  }

  private static Answered answered(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    List<Reason> reasons =
        Arrays.stream((String[]) row.getArray(4).getArray()).map(Inbox::reason).toList();
    Instant receivedAt = row.getObject(6, OffsetDateTime.class).toInstant();
    return new Answered(
        new Outcome.Receipt(row.getObject(2, UUID.class), id, receivedAt, row.getBoolean(5)),
        reasons);
  }

  private static Reason reason(String stored) {
    int at = stored.indexOf('@');
    return new Reason(
        Rule.valueOf(stored.substring(0, at)), Field.valueOf(stored.substring(at + 1)));
  }

  /// A vaccination that a source has named.
  ///
  /// @param dose its id in the register
  /// @param report the report that holds
  record Claimed(UUID dose, UUID report) {}

  /// By what a report is known.
  ///
  /// @param vaccination keyed index of source and identifier: 32 bytes
  /// @param content keyed index of what it says: 32 bytes
  record Key(byte[] vaccination, byte[] content) {}

  /// A report that was answered before.
  record Answered(Outcome.Receipt receipt, List<Reason> reasons) {

    /// The same answer as then.
    Outcome again() {
      return reasons.isEmpty()
          ? new Outcome.Duplicate(receipt)
          : new Outcome.Quarantined(receipt, reasons);
    }

    /// Whether it counted once and this other report counts now.
    boolean replacedBy(UUID holds) {
      return reasons.isEmpty() && !receipt.message().equals(holds);
    }
  }

  /// A report as it is kept.
  ///
  /// @param id of the report
  /// @param key by what it is known
  /// @param dose the id of the vaccination in the register
  /// @param intention what it asks
  /// @param reasons why it is in quarantine; empty if it is not
  /// @param message where its bytes are; null if it is anonymous
  /// @param receivedAt when it is committed
  record Report(
      UUID id,
      Key key,
      UUID dose,
      ReportedVaccination.Intention intention,
      List<Reason> reasons,
      @Nullable UUID message,
      Instant receivedAt) {

    Outcome outcome() {
      Outcome.Receipt receipt = new Outcome.Receipt(dose, id, receivedAt, message == null);
      return reasons.isEmpty()
          ? new Outcome.Recorded(receipt)
          : new Outcome.Quarantined(receipt, reasons);
    }
  }
}
