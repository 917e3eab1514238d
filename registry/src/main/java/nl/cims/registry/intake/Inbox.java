// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.registry.protection.ErasableSealing;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.storage.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What came in: every report once, by the keyed index of its vaccination and of its content, with
/// the bytes as sent.
@Repository
class Inbox {

  // In the order of their keys, so that of two that claim the same none waits for one that waits
  // for it.
  private static final String CLAIM =
      """
      WITH said AS (
        SELECT * FROM unnest(?::bytea[], ?::text[], ?::uuid[], ?::uuid[], ?::bytea[], ?::text[], ?::timestamptz[],
                             ?::text[], ?::text[], ?::uuid[], ?::timestamptz[])
          AS said (index, source, dose, id, content, channel, stated_at, outcome, reasons, message, received_at)
      ), claimed AS (
        INSERT INTO intake.vaccination (index, source, dose, report)
        SELECT index, source, dose, CASE outcome WHEN 'RECORDED' THEN id END FROM said ORDER BY index
        ON CONFLICT (index) DO NOTHING RETURNING index
      )
      INSERT INTO intake.report
        (id, vaccination, content, dose, channel, intention, stated_at, outcome, reasons, anonymous, message, received_at)
      SELECT id, index, content, dose, channel, 'RECORD', stated_at, outcome, string_to_array(reasons, ' '),
             message IS NULL, message, received_at
      FROM said JOIN claimed USING (index)
      RETURNING id
      """;

  private static final String ADD =
      """
      INSERT INTO intake.report
        (id, vaccination, content, dose, channel, intention, stated_at, outcome, reasons, anonymous, message, received_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String NAME =
      "INSERT INTO intake.vaccination (index, source, dose) VALUES (?, ?, ?) ON CONFLICT (index) DO NOTHING";

  private static final String QUEUE =
      "SELECT count(pg_advisory_xact_lock(key)) FROM (SELECT unnest(?) AS key ORDER BY 1) AS keys";

  private static final String HOLDS = "UPDATE intake.vaccination SET report = ? WHERE index = ?";

  private static final String LOCK =
      "SELECT dose FROM intake.vaccination WHERE index = ? FOR UPDATE";

  // Only after the lock: a statement that waits for it would still see what was there before.
  private static final String ALL =
      """
      SELECT r.id, r.vaccination, r.content, r.dose, r.channel, r.intention, r.stated_at, r.outcome, r.reasons, r.message,
             r.received_at, r.id = v.report
      FROM intake.report r JOIN intake.vaccination v ON v.index = r.vaccination
      WHERE v.index = ?
      ORDER BY r.received_at, r.id
      """;

  private static final String VACCINATION =
      """
      SELECT v.index, v.source FROM intake.vaccination v JOIN intake.report r ON r.vaccination = v.index WHERE r.id = ?
      """;

  private static final String KNOWN_AS =
      "SELECT index FROM intake.vaccination WHERE index = ANY (?)";

  private static final String DECIDE =
      "UPDATE intake.report SET outcome = ?, reasons = ? WHERE id = ?";

  private static final String KEEP =
      """
      INSERT INTO intake.message (id, source, received_at, media_type, body, link)
      SELECT * FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::bytea[], ?::uuid[])
      """;

  private final JdbcClient jdbc;
  private final ErasableSealing bodies;

  Inbox(JdbcClient jdbc, Protection protection) {
    this.jdbc = jdbc;
    this.bodies = protection.erasable("intake.message.body");
  }

  /// Queues behind every other message that is about one of these, until the end of the
  /// transaction. All queue in the same order, so that none waits for one that waits for it.
  void queue(Collection<Long> keys) {
    jdbc.sql(QUEUE).param(keys.toArray(Long[]::new)).query(Long.class).single();
  }

  /// Takes vaccinations that are new, each with its first report.
  ///
  /// @param reports of as many vaccinations
  /// @return the ids of the reports that were taken; of the others the source reported the
  ///   vaccination before, and nothing is written
  Set<UUID> claim(List<Arrival> reports) {
    return Set.copyOf(
        jdbc.sql(CLAIM)
            .param(Columns.of(reports, byte[][]::new, Arrival::vaccination))
            .param(Columns.of(reports, String[]::new, it -> it.delivery().source()))
            .param(Columns.of(reports, UUID[]::new, it -> it.fresh().dose()))
            .param(Columns.of(reports, UUID[]::new, it -> it.fresh().id()))
            .param(Columns.of(reports, byte[][]::new, it -> it.key().content()))
            .param(Columns.of(reports, String[]::new, it -> it.fresh().channel().name()))
            .param(Columns.of(reports, String[]::new, it -> it.fresh().stated().toString()))
            .param(Columns.of(reports, String[]::new, it -> it.fresh().fate().name()))
            .param(
                Columns.of(
                    reports,
                    String[]::new,
                    it -> String.join(" ", Rows.reasons(it.fresh().reasons()))))
            .param(Columns.of(reports, UUID[]::new, it -> it.fresh().message()))
            .param(Columns.of(reports, String[]::new, it -> it.fresh().receivedAt().toString()))
            .query(UUID.class)
            .list());
  }

  /// Everything about the vaccination with this index, locked until the end of the transaction;
  /// named first if it is new.
  ///
  /// @param source whose vaccination it is
  Reported name(String source, byte[] vaccination) {
    jdbc.sql(NAME).params(vaccination, source, Delivery.newId()).update();
    return lock(vaccination)
        .orElseThrow(() -> new IllegalStateException("a vaccination that was named is gone"));
  }

  /// Everything about the vaccination with this index, locked until the end of the transaction.
  Optional<Reported> lock(byte[] vaccination) {
    return jdbc.sql(LOCK)
        .param(vaccination)
        .query(UUID.class)
        .optional()
        .map(dose -> reported(dose, vaccination));
  }

  private Reported reported(UUID dose, byte[] vaccination) {
    return new Reported(dose, jdbc.sql(ALL).param(vaccination).query(Rows::line).list());
  }

  /// Those of these indexes under which a vaccination is known.
  List<byte[]> known(Collection<byte[]> indexes) {
    return jdbc.sql(KNOWN_AS)
        .param(indexes.toArray(byte[][]::new))
        .query((row, number) -> row.getBytes(1))
        .list();
  }

  /// Where the report with this id belongs.
  Optional<Place> placeOf(UUID report) {
    return jdbc.sql(VACCINATION)
        .param(report)
        .query((row, number) -> new Place(row.getBytes(1), row.getString(2)))
        .optional();
  }

  /// Adds a later report about a vaccination that is locked.
  void add(Report report) {
    jdbc.sql(ADD)
        .param(report.id())
        .param(report.key().vaccination())
        .param(report.key().content())
        .param(report.dose())
        .param(report.channel().name())
        .param(report.intention().name())
        .param(report.stated().atOffset(ZoneOffset.UTC))
        .param(report.fate().name())
        .param(Rows.reasons(report.reasons()))
        .param(report.message() == null)
        .param(report.message())
        .param(report.receivedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Notes that this report is what its source says from now on.
  void holds(Report report) {
    jdbc.sql(HOLDS).params(report.id(), report.key().vaccination()).update();
  }

  /// Notes what became of a report that waited.
  void decide(Report report) {
    jdbc.sql(DECIDE)
        .params(report.fate().name(), Rows.reasons(report.reasons()), report.id())
        .update();
  }

  /// Keeps the bytes of messages, each under the key of the person.
  void keep(List<Kept> messages) {
    jdbc.sql(KEEP)
        .param(Columns.of(messages, UUID[]::new, Kept::id))
        .param(Columns.of(messages, String[]::new, Kept::source))
        .param(Columns.of(messages, String[]::new, it -> it.receivedAt.toString()))
        .param(Columns.of(messages, String[]::new, it -> it.message.mediaType()))
        .param(
            Columns.of(
                messages, byte[][]::new, it -> bodies.seal(it.key, it.id, it.message.bytes())))
        .param(Columns.of(messages, UUID[]::new, it -> it.key.link()))
        .update();
  }

  /// Bytes that are kept.
  ///
  /// @param id under which they are
  /// @param key of the person whom they are about
  record Kept(
      UUID id, String source, ReceivedMessage message, Instant receivedAt, ErasableKey key) {}

  /// Where a report belongs.
  ///
  /// @param vaccination keyed index of its vaccination
  /// @param source whose it is
  record Place(byte[] vaccination, String source) {}

  /// One report about a vaccination.
  ///
  /// @param holds whether it is what the source says now
  record Line(Report report, boolean holds) {}

  /// All that is known of one vaccination, in order of arrival.
  ///
  /// @param dose its id in the register
  record Reported(UUID dose, List<Line> lines) {

    /// Whether its source has ever reported the vaccination itself.
    boolean isOpened() {
      return lines.stream()
          .anyMatch(line -> line.report.intention() == ReportedVaccination.Intention.RECORD);
    }

    /// What its source reported first of it.
    Report opening() {
      return lines.stream()
          .map(Line::report)
          .filter(report -> report.intention() == ReportedVaccination.Intention.RECORD)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("a vaccination that nobody reported"));
    }

    /// What its source says now, if anything counts.
    Optional<Report> holding() {
      return lines.stream().filter(Line::holds).map(Line::report).findFirst();
    }

    /// The report whose content stands under one of these indexes.
    Optional<Report> saying(List<byte[]> content) {
      return lines.stream()
          .map(Line::report)
          .filter(
              report -> content.stream().anyMatch(it -> Arrays.equals(report.key().content(), it)))
          .findFirst();
    }

    /// The reports that wait in this way, lowest rank first.
    List<Report> waiting(Report.Fate fate) {
      return lines.stream()
          .map(Line::report)
          .filter(report -> report.fate() == fate)
          .sorted(Comparator.comparing(Report::rank))
          .toList();
    }

    @Nullable UUID holder() {
      return holding().map(Report::id).orElse(null);
    }
  }
}
