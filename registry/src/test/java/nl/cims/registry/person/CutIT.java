// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.access.Party;
import nl.cims.registry.dossier.Dossiers;
import nl.cims.registry.dossier.Look;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Quarantine;
import nl.cims.registry.intake.Receipts;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.registry.keyring.Keyring;
import nl.cims.registry.protection.Protection;
import nl.cims.testkit.postgres.Backup;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Somebody is cut off from his vaccinations: they count as before, and nothing leads to him, in
/// the running register or in a backup made before.
class CutIT {

  private static final Sender GGD = Sender.of("ggd-utrecht", Party.Channel.FHIR);

  private static final String COUNTS =
      """
      SELECT product || ' ' || batch || ' ' || date_trunc('week', occurred_from)::text || ' ' || source || ' '
        || coalesce(age_cohort, '') || ' ' || count(*)
      FROM immunisation.state latest
      WHERE event <> 'WITHDRAWN' AND NOT EXISTS (
        SELECT FROM immunisation.state later WHERE later.dose = latest.dose AND later.step > latest.step)
      GROUP BY product, batch, date_trunc('week', occurred_from), source, age_cohort ORDER BY 1
      """;

  private final RegistryProcess registry = RegistryProcess.running();
  private final People people = registry.bean(People.class);
  private final Keyring keyring = registry.bean(Keyring.class);
  private final Bsn gone = TestNumbers.fresh();
  private final Bsn stays = TestNumbers.fresh();

  @Test
  void aBackupFromBeforeLeadsToNobodyWhoWasCutOff() {
    List<UUID> his = load(gone);
    List<UUID> others = load(stays);
    List<String> counts = counts(registry.superuser());
    try (Backup backup = registry.backup()) {
      JdbcClient restored = JdbcClient.create(backup.source());
      assertThat(reachable(restored, his)).containsExactlyInAnyOrderElementsOf(his);

      registry.bean(Cuts.class).cut(idOf(gone));

      for (JdbcClient copy : List.of(registry.superuser(), restored)) {
        assertThat(counts(copy)).isEqualTo(counts);
        assertThat(facts(copy, his)).isEqualTo(his.size());
        assertThat(reachable(copy, his)).isEmpty();
        assertThat(reachable(copy, others)).containsExactlyInAnyOrderElementsOf(others);
        assertThat(opened(copy, his)).isEmpty();
        assertThat(opened(copy, others)).isNotEmpty();
        assertThat(joined(copy, gone)).isZero();
      }
      List<String> said = new ArrayList<>();
      assertThat(registry.bean(Proof.class).of(gone, restored, "backup", said::add)).isTrue();
      assertThat(said.getLast()).contains("destroyed; no key that is left opens what it holds");
      assertThat(said.getLast()).doesNotContain(" 0 open");
      assertThat(registry.bean(Proof.class).of(stays, restored, "backup", said::add)).isFalse();
      assertThat(said.getLast()).contains("OPENS");

      followsBeforeItOpens(restored, backup.source());
    }
  }

  @Test
  void whatIsReportedLaterIsCountedAndNotTiedToHim() {
    Reports known = Reports.of(gone);
    Reports waits = Reports.of(gone).code("0000000");
    Outcome.Recorded first = (Outcome.Recorded) accept(known);
    UUID waiting = ((Outcome.Quarantined) accept(waits)).receipt().message();
    assertThat(doses()).isEqualTo(1);

    registry.bean(Cuts.class).cut(idOf(gone));
    registry.bean(Cuts.class).cut(idOf(gone));

    assertThat(people.find(gone).orElseThrow().details()).isEmpty();
    assertThat(doses()).isZero();
    assertThat(((Outcome.Recorded) accept(Reports.of(gone))).receipt().anonymous()).isTrue();
    assertThat(accept(known)).isInstanceOf(Outcome.Duplicate.class);
    assertThat(accept(known.as(Intention.CORRECT).batch("ANDERS")))
        .isInstanceOf(Outcome.Recorded.class);
    assertThat(accept(known.as(Intention.WITHDRAW))).isInstanceOf(Outcome.Recorded.class);
    assertThat(registry.bean(Quarantine.class).redrive(waiting)).isPresent();
    assertThat(registry.bean(Receipts.class).signed("ggd-utrecht", first.receipt().message()))
        .isPresent();
    assertThat(doses()).isZero();
    assertThat(people.find(gone).orElseThrow().details()).isEmpty();
    assertThat(event(first.receipt().id())).isEqualTo("WITHDRAWN");
  }

  /// A backup knows nothing of what was destroyed since; the register follows before it opens.
  private void followsBeforeItOpens(JdbcClient backup, DataSource source) {
    String details = "SELECT count(details) FROM person.person WHERE id = ?";
    UUID id = idOf(gone).value();
    assertThat(backup.sql(details).param(id).query(Long.class).single()).isEqualTo(1);
    new Cuts(backup, keyring, new JdbcTransactionManager(source)).afterSingletonsInstantiated();
    assertThat(backup.sql(details).param(id).query(Long.class).single()).isZero();
    assertThat(backup.sql("SELECT generation FROM person.followed").query(Long.class).single())
        .isEqualTo(keyring.destructionOf(id).orElseThrow().generation());
  }

  /// Doses by every way in: alone, with others in one message, corrected, and waiting.
  private List<UUID> load(Bsn bsn) {
    List<UUID> doses = new ArrayList<>();
    Reports alone = Reports.of(bsn).batch("ALLEEN");
    doses.add(((Outcome.Recorded) accept(alone)).receipt().id());
    assertThat(accept(alone.as(Intention.CORRECT).batch("BETER")))
        .isInstanceOf(Outcome.Recorded.class);
    Reports together = Reports.of(bsn).on("2021-03-01");
    List<Outcome> answers =
        registry
            .bean(Intake.class)
            .accept(
                GGD,
                together.message(),
                List.of(together.report(), Reports.of(TestNumbers.fresh()).report()));
    doses.add(((Outcome.Recorded) answers.getFirst()).receipt().id());
    assertThat(accept(Reports.of(bsn).code("0000000"))).isInstanceOf(Outcome.Quarantined.class);
    assertThat(accept(Reports.of(bsn).as(Intention.CORRECT)))
        .isInstanceOf(Outcome.Quarantined.class);
    return doses;
  }

  private Outcome accept(Reports report) {
    return registry
        .bean(Intake.class)
        .accept(GGD, report.message(), List.of(report.report()))
        .getFirst();
  }

  private int doses() {
    return registry
        .bean(Dossiers.class)
        .open(
            new Citizen("test", gone, Optional.of(AssuranceLevel.SUBSTANTIEEL)),
            new Look("test", ""))
        .vaccinations()
        .size();
  }

  private PersonId idOf(Bsn bsn) {
    return people.find(bsn).orElseThrow().id();
  }

  private static List<String> counts(JdbcClient copy) {
    return copy.sql(COUNTS).query(String.class).list();
  }

  private static long facts(JdbcClient copy, List<UUID> doses) {
    return copy.sql("SELECT count(DISTINCT dose) FROM immunisation.state WHERE dose = ANY (?)")
        .param(doses.toArray(UUID[]::new))
        .query(Long.class)
        .single();
  }

  private String event(UUID dose) {
    return registry
        .owner()
        .sql("SELECT event FROM immunisation.state WHERE dose = ? ORDER BY step DESC LIMIT 1")
        .param(dose)
        .query(String.class)
        .single();
  }

  /// Which of these doses some key that is left leads to.
  private List<UUID> reachable(JdbcClient copy, List<UUID> doses) {
    return copy
        .sql("SELECT dose, link FROM immunisation.state WHERE dose = ANY (?) AND link IS NOT NULL")
        .param(doses.toArray(UUID[]::new))
        .query(
            (row, number) -> {
              UUID link = row.getObject(2, UUID.class);
              return keyring.behind(link).isPresent()
                      || keyring.whoseKey(key -> key.link().equals(link)).isPresent()
                  ? row.getObject(1, UUID.class)
                  : null;
            })
        .list()
        .stream()
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /// Every sealed cell on the way from these doses back to a person that anything opens.
  private List<String> opened(JdbcClient copy, List<UUID> doses) {
    Protection protection = registry.bean(Protection.class);
    List<String> opened = new ArrayList<>();
    copy.sql(
            """
            SELECT 'immunisation.state.told', id, told FROM immunisation.state WHERE dose = ANY (?) AND told IS NOT NULL
            UNION ALL
            SELECT 'intake.message.body', m.id, m.body FROM intake.message m JOIN intake.report r ON r.message = m.id
            WHERE r.dose = ANY (?)
            UNION ALL
            SELECT 'intake.waiting.told', w.report, w.told FROM intake.waiting w
            WHERE w.link IN (SELECT link FROM immunisation.state WHERE dose = ANY (?))
            """)
        .params(List.of(array(doses), array(doses), array(doses)))
        .query(
            row -> {
              String column = row.getString(1);
              UUID id = row.getObject(2, UUID.class);
              byte[] cell = row.getBytes(3);
              var sealing = protection.erasable(column);
              if (protection.opens(column, id, cell)
                  || keyring.whoseKey(key -> sealing.opens(key, id, cell)).isPresent()) {
                opened.add(column);
              }
            });
    return opened;
  }

  private static Object array(List<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  /// In how many places outside the person's row something of that row stands in the clear.
  private long joined(JdbcClient copy, Bsn bsn) {
    UUID id = idOf(bsn).value();
    return copy.sql(
            """
            SELECT (SELECT count(*) FROM immunisation.state s WHERE s::text LIKE '%' || :id || '%' OR s::text LIKE '%' || i || '%')
                 + (SELECT count(*) FROM intake.report r WHERE r::text LIKE '%' || :id || '%' OR r::text LIKE '%' || i || '%')
                 + (SELECT count(*) FROM intake.vaccination v WHERE v::text LIKE '%' || :id || '%' OR v::text LIKE '%' || i || '%')
                 + (SELECT count(*) FROM intake.message m WHERE m::text LIKE '%' || :id || '%' OR m::text LIKE '%' || i || '%')
                 + (SELECT count(*) FROM intake.waiting w WHERE w::text LIKE '%' || :id || '%' OR w::text LIKE '%' || i || '%')
            FROM (SELECT encode(bsn_index, 'hex') AS i FROM person.person WHERE id = :id::uuid) AS his
            """)
        .param("id", id.toString())
        .query(Long.class)
        .single();
  }
}
