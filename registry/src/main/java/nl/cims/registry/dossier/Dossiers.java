// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.PersonView;
import nl.cims.registry.access.AssuranceTooLow;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.immunisation.Immunisations;
import nl.cims.registry.immunisation.Vaccination;
import nl.cims.registry.immunisation.Vaccinee;
import nl.cims.registry.person.People;
import nl.cims.registry.person.Person;
import nl.cims.registry.person.PersonDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The only door to a person's data. Every look through it is a line in the access log, written in
/// the transaction of the read: without the line there is no data, and a line stands for a look
/// that was answered.
@Service
public class Dossiers {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final AccessLog log;
  private final People people;
  private final Immunisations immunisations;
  private final Overview overview;
  private final Clock clock;

  Dossiers(
      AccessLog log, People people, Immunisations immunisations, Overview overview, Clock clock) {
    this.log = log;
    this.people = people;
    this.immunisations = immunisations;
    this.overview = overview;
    this.clock = clock;
  }

  /// Opens a citizen's own dossier. Somebody of whom the register knows nothing gets an empty one:
  /// it looks the same whether he was not vaccinated, gave no consent, or opted out.
  ///
  /// @throws AssuranceTooLow if the login was not sure enough; the attempt is logged
  @Transactional
  public DossierView open(Citizen citizen, Look look) {
    Instant now = clock.instant();
    log(citizen, look, AccessLogView.Kind.DOSSIER_VIEW, now);
    Optional<Person> person = people.find(citizen.bsn());
    List<Vaccination> vaccinations =
        person.map(known -> immunisations.of(new Vaccinee(known.id().value()))).orElse(List.of());
    return new DossierView(
        person.flatMap(Person::details).map(Dossiers::view),
        vaccinations.stream().map(overview::view).toList(),
        now);
  }

  /// Opens the log of who looked at a citizen's dossier; this look stands in it too.
  ///
  /// @param from first day of the period, in the Netherlands
  /// @param until its last day
  /// @throws AssuranceTooLow if the login was not sure enough; the attempt is logged
  @Transactional
  public AccessLogView openLog(Citizen citizen, Look look, LocalDate from, LocalDate until) {
    log(citizen, look, AccessLogView.Kind.LOG_VIEW, clock.instant());
    List<AccessLogView.Line> lines =
        log.about(
            citizen.bsn(),
            from.atStartOfDay(AMSTERDAM).toInstant(),
            until.plusDays(1).atStartOfDay(AMSTERDAM).toInstant(),
            AccessLogView.MOST + 1);
    boolean truncated = lines.size() > AccessLogView.MOST;
    return new AccessLogView(
        from, until, truncated ? lines.subList(0, AccessLogView.MOST) : lines, truncated);
  }

  private void log(Citizen citizen, Look look, AccessLogView.Kind kind, Instant now) {
    if (citizen.sufficientlyIdentified()) {
      log.write(look.entry(citizen, kind, now, true), citizen.bsn());
    } else {
      log.writeRefused(look.entry(citizen, kind, now, false), citizen.bsn());
      throw new AssuranceTooLow();
    }
  }

  private static PersonView view(PersonDetails details) {
    return new PersonView(
        details.given(), details.infix(), details.surname(), details.birthDate(), details.sex());
  }
}
