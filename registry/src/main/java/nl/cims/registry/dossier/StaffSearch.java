// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Clock;
import java.util.Optional;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.registry.access.Permission;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.accesslog.LogEntry;
import nl.cims.registry.dossier.Visit.Deed;
import nl.cims.registry.person.People;
import nl.cims.registry.person.Person;
import nl.cims.registry.person.PersonId;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How staff get to a dossier ([StaffDossiers]): by exactly a number, for a purpose, and never
/// unseen. Every search is a line in the access log, written in its transaction, and so is every
/// one that was refused.
@Service
public class StaffSearch {

  private final People people;
  private final AccessLog log;
  private final Watch watch;
  private final Clock clock;

  StaffSearch(People people, AccessLog log, Watch watch, Clock clock) {
    this.people = people;
    this.log = log;
    this.watch = watch;
    this.clock = clock;
  }

  /// Looks for the person with exactly this number.
  ///
  /// @return by what to open his dossier; empty if the register knows nobody under this number
  /// @throws NotPermitted if none of the employee's roles allows it
  /// @throws Withheld if what he looks up of late is out of the ordinary
  @Transactional
  public Optional<PersonId> find(Visit visit, Errand errand, Bsn bsn) {
    Permission permission = errand.occasion().permission();
    if (!visit.employee().may(permission)) {
      log.writeRefused(entry(visit, Outcome.REFUSED, errand), bsn);
      throw new NotPermitted(permission);
    }
    Optional<Person> found = people.find(bsn);
    Optional<Withheld> withheld = watch.withholds(visit, errand, bsn, found);
    if (withheld.isPresent()) {
      log.writeRefused(entry(visit, Outcome.REFUSED, errand), bsn);
      throw withheld.get();
    }
    log.write(entry(visit, found.isPresent() ? Outcome.GIVEN : Outcome.NOTHING_FOUND, errand), bsn);
    return found.map(Person::id);
  }

  private LogEntry entry(Visit visit, Outcome outcome, Errand errand) {
    return visit.entry(
        Deed.SEARCH, outcome, errand.occasion().permission(), errand, clock.instant());
  }
}
