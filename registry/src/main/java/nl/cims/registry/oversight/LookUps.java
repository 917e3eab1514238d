// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Occasion;
import nl.cims.registry.dossier.Visit;
import nl.cims.registry.oversight.LookUp.Whom;
import nl.cims.registry.person.Person;
import nl.cims.registry.person.PersonDetails;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// What staff looked up of late, as keyed indexes of a domain of their own. It is kept for as long
/// as somebody is compared with his colleagues, and then thrown away: the access log is the record.
@Repository
class LookUps {

  private static final Duration COMPARED = Duration.ofDays(28);
  static final Duration KEPT = Duration.ofDays(35);

  /// Fewer days of work of colleagues say nothing.
  private static final int ENOUGH_DAYS = 20;

  private static final int ALIKE_DIGITS = 7;
  private static final HexFormat HEX = HexFormat.of();

  private static final String ADD =
      """
      INSERT INTO oversight.look_up
        (id, staff, role, at, occasion, errand, found, given, person, numbers, surname, namesake)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OF_STAFF =
      """
      SELECT at, occasion, errand, found, given, person, numbers, surname, namesake
      FROM oversight.look_up WHERE staff = ? AND at > ?
      ORDER BY at, id
      """;

  // The ordinary day of a colleague is the one in the middle.
  private static final String USUAL =
      """
      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY people) FROM (
        SELECT count(DISTINCT person) AS people FROM oversight.look_up
        WHERE role = ? AND staff <> ? AND at > ? AND at < ? AND (occasion = 'RECALL') = ?
        GROUP BY staff, (at AT TIME ZONE 'Europe/Amsterdam')::date
      ) AS days
      HAVING count(*) >= ?
      """;

  private static final String EYES =
      """
      SELECT least(count(DISTINCT staff), count(DISTINCT errand)) FROM (
        SELECT staff, errand FROM oversight.look_up WHERE person = ANY (?) AND at > ?
        UNION ALL VALUES (?, ?)
      ) AS who
      """;

  private final JdbcClient jdbc;
  private final KeyedIndex index;
  private final OversightSettings settings;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  LookUps(JdbcClient jdbc, Protection protection, OversightSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.index = protection.index("oversight-lookup");
    this.settings = settings;
    this.clock = clock;
  }

  /// Lets the look-ups of one employee pass one at a time, until the transaction ends.
  void queue(String staff) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("oversight " + staff)
        .query((row, number) -> 0)
        .single();
  }

  /// What is asked for now.
  LookUp of(Visit visit, Errand errand, Bsn bsn, Optional<Person> person) {
    Optional<String> surname =
        person.flatMap(Person::details).map(LookUps::surname).filter(name -> !name.isEmpty());
    String digits = bsn.reveal();
    return new LookUp(
        clock.instant(),
        errand.occasion(),
        indexed("errand", errand.occasion() + " " + errand.reference()),
        person.isPresent(),
        true,
        new Whom(
            indexed("person", digits),
            indexed("numbers", digits.substring(0, ALIKE_DIGITS)),
            surname.map(name -> indexed("surname", name)),
            surname.filter(name -> endsWith(visit.employee().name(), name)).isPresent()));
  }

  /// The employee's of the last week, the oldest first.
  List<LookUp> ofStaff(String staff, Instant now) {
    return jdbc.sql(OF_STAFF)
        .params(staff, at(now.minus(Signs.WEEK)))
        .query((row, number) -> lookUp(row))
        .list();
  }

  /// Keeps one.
  void add(String staff, String role, LookUp lookUp) {
    Whom whom = lookUp.whom();
    jdbc.sql(ADD)
        .params(ids.generate(), staff, role, at(lookUp.at()), lookUp.occasion().name())
        .params(bytes(lookUp.errand()), lookUp.found(), lookUp.given())
        .params(bytes(whom.person()), bytes(whom.numbers()))
        .param(new SqlParameterValue(Types.BINARY, whom.surname().map(LookUps::bytes).orElse(null)))
        .param(whom.namesake())
        .update();
  }

  /// How many people his colleagues in this role look up on an ordinary day, for recalls or for
  /// everything else; what the settings say if too little is known.
  int usual(String staff, String role, LookUp now) {
    Instant today =
        LocalDate.ofInstant(now.at(), OversightSettings.AMSTERDAM)
            .atStartOfDay(OversightSettings.AMSTERDAM)
            .toInstant();
    return jdbc.sql(USUAL)
        .params(role, staff, at(today.minus(COMPARED)), at(today))
        .params(now.occasion() == Occasion.RECALL, ENOUGH_DAYS)
        .query(Integer.class)
        .optional()
        .map(known -> Math.max(known, settings.usual()))
        .orElse(settings.usual());
  }

  /// How many employees looked this person up in the last week, each for a case of his own; with
  /// the one who asks for him now.
  ///
  /// @param explained since when this counts anew
  int eyes(String staff, LookUp now, Bsn bsn, Instant explained) {
    Instant week = now.at().minus(Signs.WEEK);
    byte[][] all = index.all(named("person", bsn.reveal())).toArray(byte[][]::new);
    return jdbc.sql(EYES)
        .params(all, at(explained.isAfter(week) ? explained : week), staff, bytes(now.errand()))
        .query(Integer.class)
        .single();
  }

  @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1M")
  void forget() {
    OffsetDateTime before = at(clock.instant().minus(KEPT));
    jdbc.sql("DELETE FROM oversight.look_up WHERE at < ?").param(before).update();
  }

  private static LookUp lookUp(ResultSet row) throws SQLException {
    byte[] surname = row.getBytes("surname");
    return new LookUp(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Occasion.valueOf(row.getString("occasion")),
        HEX.formatHex(row.getBytes("errand")),
        row.getBoolean("found"),
        row.getBoolean("given"),
        new Whom(
            HEX.formatHex(row.getBytes("person")),
            HEX.formatHex(row.getBytes("numbers")),
            surname == null ? Optional.empty() : Optional.of(HEX.formatHex(surname)),
            row.getBoolean("namesake")));
  }

  private String indexed(String kind, String value) {
    return HEX.formatHex(index.of(named(kind, value)));
  }

  /// What is indexed, so that a surname is never taken for a case.
  private static byte[] named(String kind, String value) {
    return (kind + " " + value).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String surname(PersonDetails details) {
    return plain(details.infix() + " " + details.surname());
  }

  private static boolean endsWith(String name, String surname) {
    return (" " + plain(name)).endsWith(" " + surname);
  }

  /// Without accents, capitals and signs, by which one name is written in several ways.
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}]+", " ")
        .strip();
  }
}
