// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.registry.access.Permission;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.dossier.Visit.Deed;
import nl.cims.registry.immunisation.DoseId;
import nl.cims.registry.immunisation.Parting;
import nl.cims.registry.immunisation.Parting.Act;
import nl.cims.registry.immunisation.Parting.Judgement;
import nl.cims.registry.immunisation.Partings;
import nl.cims.registry.immunisation.Vaccination;
import nl.cims.registry.person.People;
import nl.cims.registry.person.PersonId;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to people's data for staff, beside the citizen's own ([Dossiers]). Every look and
/// decision is a line in the access log, written in the transaction of the act. Who may not is
/// refused ([NotPermitted]), and the attempt is logged.
@Service
public class StaffDossiers {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final People people;
  private final AccessLog log;
  private final DossierDesk desk;
  private final Partings partings;
  private final Clock clock;

  StaffDossiers(People people, AccessLog log, DossierDesk desk, Partings partings, Clock clock) {
    this.people = people;
    this.log = log;
    this.desk = desk;
    this.partings = partings;
    this.clock = clock;
  }

  /// A dossier as staff see it: what a citizen sees of his own, and what they can decide about it.
  ///
  /// @param dossier as the citizen sees it
  /// @param others for each vaccination the doses of its other reports, in the order of the dossier
  /// @param partings what staff have decided about its doses, the oldest first
  public record Opened(DossierView dossier, List<List<DoseId>> others, List<Parting> partings) {

    public Opened {
      others = List.copyOf(others);
      partings = List.copyOf(partings);
    }

    /// The pairs that are two doses because staff have said so.
    public List<Parting> parted() {
      return partings.stream()
          .filter(it -> it.act() == Act.PARTED)
          .filter(it -> partings.stream().noneMatch(later -> overrules(later, it)))
          .toList();
    }

    private static boolean overrules(Parting later, Parting earlier) {
      return later.one().equals(earlier.one())
          && later.other().equals(earlier.other())
          && later.at().isAfter(earlier.at());
    }

    @Override
    public String toString() {
      return "Opened[hidden]";
    }
  }

  /// Opens somebody's dossier; empty if the register no longer knows him.
  @Transactional
  public Optional<Opened> open(Visit visit, Errand errand, PersonId person) {
    Optional<Bsn> number = people.numberOf(person);
    number.ifPresent(bsn -> write(visit, Deed.OPEN, errand.occasion().permission(), errand, bsn));
    return number.map(bsn -> opened(desk.historyOf(bsn)));
  }

  /// Who looked at somebody's dossier, as he sees it himself; empty if the register no longer knows
  /// him.
  ///
  /// @param from first day of the period, in the Netherlands
  /// @param until its last day
  @Transactional
  public Optional<AccessLogView> openLog(
      Visit visit, Errand errand, PersonId person, LocalDate from, LocalDate until) {
    Optional<Bsn> number = people.numberOf(person);
    number.ifPresent(
        bsn -> write(visit, Deed.READ_LOG, Permission.READ_LOG_OF_DOSSIER, errand, bsn));
    return number.map(bsn -> lines(bsn, from, until));
  }

  private AccessLogView lines(Bsn bsn, LocalDate from, LocalDate until) {
    List<AccessLogView.Line> lines =
        log.about(
            bsn,
            from.atStartOfDay(AMSTERDAM).toInstant(),
            until.plusDays(1).atStartOfDay(AMSTERDAM).toInstant(),
            AccessLogView.MOST + 1);
    boolean truncated = lines.size() > AccessLogView.MOST;
    return new AccessLogView(
        from, until, truncated ? lines.subList(0, AccessLogView.MOST) : lines, truncated);
  }

  /// Two reports that stand in one dossier.
  public record Pair(DoseId one, DoseId other) {}

  /// Parts two reports of somebody's dossier, or undoes that. Nothing happens if they are not both
  /// in it.
  @Transactional
  public Parting.Outcome decide(
      Visit visit, Errand errand, PersonId person, Pair pair, Judged judged) {
    Bsn bsn = people.numberOf(person).orElse(null);
    if (bsn == null || !doses(desk.historyOf(bsn)).containsAll(Set.of(pair.one, pair.other))) {
      return Parting.Outcome.NOT_ONE_PERSONS;
    }
    write(visit, Deed.PART, Permission.PART_DOSES, errand, bsn);
    Judgement judgement = new Judgement(visit.employee().id(), judged.reason());
    return switch (judged.act()) {
      case PARTED -> partings.part(pair.one, pair.other, judgement);
      case UNDONE -> partings.undo(pair.one, pair.other, judgement);
    };
  }

  /// A decision and why.
  public record Judged(Act act, String reason) {

    @Override
    public String toString() {
      return "Judged[hidden]";
    }
  }

  private Opened opened(History history) {
    return new Opened(
        desk.view(history, clock.instant()),
        history.vaccinations().stream()
            .map(it -> it.others().stream().map(other -> other.state().dose()).toList())
            .toList(),
        doses(history).stream()
            .flatMap(dose -> partings.about(dose).stream())
            .distinct()
            .sorted(java.util.Comparator.comparing(Parting::at))
            .toList());
  }

  private static Set<DoseId> doses(History history) {
    return history.vaccinations().stream()
        .flatMap(StaffDossiers::doses)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<DoseId> doses(Vaccination vaccination) {
    return Stream.concat(
        Stream.of(vaccination.leading().dose()),
        vaccination.others().stream().map(other -> other.state().dose()));
  }

  private void write(Visit visit, Deed deed, Permission permission, Errand errand, Bsn bsn) {
    require(visit, deed, permission, errand, bsn);
    log.write(visit.entry(deed, Outcome.GIVEN, permission, errand, clock.instant()), bsn);
  }

  private void require(Visit visit, Deed deed, Permission permission, Errand errand, Bsn bsn) {
    if (!visit.employee().may(permission)) {
      Instant now = clock.instant();
      log.writeRefused(visit.entry(deed, Outcome.REFUSED, permission, errand, now), bsn);
      throw new NotPermitted(permission);
    }
  }
}
