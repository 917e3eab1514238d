// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.planning.Planning;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The only door to a person's data. Every look through it is a line in the access log, written in
/// the transaction of the read: without the line there is no data, and a line stands for a look
/// that was answered. Whose login was not sure enough is refused ([AssuranceTooLow]), and the
/// attempt is logged.
@Service
public class Dossiers {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final Looks looks;
  private final Histories histories;
  private final Overview overview;
  private final Copies copies;
  private final Planning planning;

  Dossiers(Looks looks, Histories histories, Overview overview, Copies copies, Planning planning) {
    this.looks = looks;
    this.histories = histories;
    this.overview = overview;
    this.copies = copies;
    this.planning = planning;
  }

  /// Opens a citizen's own dossier. Somebody of whom the register knows nothing gets an empty one:
  /// it looks the same whether he was not vaccinated, gave no consent, or opted out.
  @Transactional
  public DossierView open(Citizen citizen, Look look) {
    Instant now = looks.begin(citizen, look, Kind.DOSSIER_VIEW);
    return overview.of(histories.of(citizen.bsn()), now);
  }

  /// A citizen's own dossier to take along, with the register's signature.
  ///
  /// @param language in which the FHIR copy and the signed statements name things
  @Transactional
  public ExportView export(Citizen citizen, Look look, Language language) {
    Instant now = looks.begin(citizen, look, Kind.DOSSIER_EXPORT);
    return copies.of(histories.of(citizen.bsn()), language, now);
  }

  /// What is planned for a citizen, as far as the register knows.
  @Transactional
  public PlanningView plan(Citizen citizen, Look look) {
    Instant now = looks.begin(citizen, look, Kind.PLANNING_VIEW);
    return new PlanningView(planning.of(histories.of(citizen.bsn()).vaccinations()), now);
  }

  /// Opens the log of who looked at a citizen's dossier; this look stands in it too.
  ///
  /// @param from first day of the period, in the Netherlands
  /// @param until its last day
  @Transactional
  public AccessLogView openLog(Citizen citizen, Look look, LocalDate from, LocalDate until) {
    looks.begin(citizen, look, Kind.LOG_VIEW);
    List<AccessLogView.Line> lines =
        looks.about(
            citizen,
            from.atStartOfDay(AMSTERDAM).toInstant(),
            until.plusDays(1).atStartOfDay(AMSTERDAM).toInstant(),
            AccessLogView.MOST + 1);
    boolean truncated = lines.size() > AccessLogView.MOST;
    return new AccessLogView(
        from, until, truncated ? lines.subList(0, AccessLogView.MOST) : lines, truncated);
  }

  /// Proves that a line about a citizen stands in a published checkpoint of the log; this look
  /// stands in it too.
  ///
  /// @return empty if there is no such line about him
  @Transactional
  public Optional<AccessLogProof> proveLine(Citizen citizen, Look look, UUID line) {
    looks.begin(citizen, look, Kind.LOG_PROOF);
    return looks.prove(citizen, line);
  }
}
