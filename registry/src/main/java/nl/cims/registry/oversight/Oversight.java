// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.registry.access.Permission;
import nl.cims.registry.access.StaffRole;
import nl.cims.registry.accesslog.LogEntry.Assurance;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Visit;
import nl.cims.registry.dossier.Watch;
import nl.cims.registry.dossier.Withheld;
import nl.cims.registry.dossier.Withheld.Until;
import nl.cims.registry.immunisation.Partings;
import nl.cims.registry.person.Person;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds every look-up against what is ordinary. The look-ups of one employee pass one at a time,
/// so that many windows are no way around it.
@Service
class Oversight implements Watch {

  /// What is left to somebody who is slowed.
  static final int A_FEW = 5;

  static final Duration SOME_MINUTES = Duration.ofMinutes(10);

  private final LookUps lookUps;
  private final Alerts alerts;
  private final Signs signs;
  private final Partings partings;
  private final TransactionTemplate apart;

  Oversight(
      LookUps lookUps,
      Alerts alerts,
      Signs signs,
      Partings partings,
      PlatformTransactionManager transactions) {
    this.lookUps = lookUps;
    this.alerts = alerts;
    this.signs = signs;
    this.partings = partings;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Withheld> withholds(
      Visit visit, Errand errand, Bsn bsn, Optional<Person> person) {
    lookUps.queue(visit.employee().id());
    LookUp asked = lookUps.of(visit, errand, bsn, person);
    String role = role(visit, errand.occasion().permission());
    Facts facts = facts(visit, role, asked, bsn);
    List<Finding> findings = signs.in(facts);
    Measure measure =
        alerts.isSuspended(visit.employee().id())
            ? Measure.SUSPENDED
            : Finding.strictest(findings).map(Finding::measure).orElse(Measure.NONE);
    Optional<Withheld> withheld = withheld(measure, visit, facts);
    if (withheld.isEmpty()) {
      note(visit, role, asked, findings, bsn);
    } else {
      // The search is undone; that it was tried is not.
      apart.executeWithoutResult(done -> note(visit, role, asked.withheld(), findings, bsn));
    }
    return withheld;
  }

  private Facts facts(Visit visit, String role, LookUp asked, Bsn bsn) {
    String staff = visit.employee().id();
    List<LookUp> week = new ArrayList<>(lookUps.ofStaff(staff, asked.at()));
    week.add(asked);
    Map<Sign, Instant> explained = alerts.explained(staff);
    Instant since = asked.at().minus(Signs.WEEK);
    return new Facts(
        week,
        partings.decidedBy(staff, since),
        lookUps.usual(staff, role, asked),
        lookUps.eyes(staff, asked, bsn, explained.getOrDefault(Sign.MANY_EYES, since)),
        explained);
  }

  private void note(Visit visit, String role, LookUp asked, List<Finding> findings, Bsn bsn) {
    lookUps.add(visit.employee().id(), role, asked);
    findings.forEach(finding -> alerts.raise(visit, role, finding, bsn));
  }

  private static Optional<Withheld> withheld(Measure measure, Visit visit, Facts facts) {
    Instant now = facts.now().at();
    if (measure == Measure.SUSPENDED) {
      return Optional.of(new Withheld(Until.JUDGED, now));
    }
    if (measure == Measure.PASSKEY_AGAIN && visit.assurance() != Assurance.PASSKEY_AGAIN) {
      return Optional.of(new Withheld(Until.PASSKEY, now));
    }
    return measure.isAtLeast(Measure.SLOWED) ? tooMany(facts) : Optional.empty();
  }

  /// Who has had a few in the last minutes waits until the first of them is that long ago.
  private static Optional<Withheld> tooMany(Facts facts) {
    Instant now = facts.now().at();
    List<Instant> before =
        facts.before().stream()
            .filter(LookUp::given)
            .map(LookUp::at)
            .filter(at -> at.isAfter(now.minus(SOME_MINUTES)))
            .toList();
    return before.size() < A_FEW
        ? Optional.empty()
        : Optional.of(
            new Withheld(Until.LATER, before.get(before.size() - A_FEW).plus(SOME_MINUTES)));
  }

  private static String role(Visit visit, Permission permission) {
    return visit.employee().roleFor(permission).orElse(StaffRole.REGISTRAR).name();
  }
}
