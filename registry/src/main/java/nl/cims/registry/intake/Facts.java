// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.immunisation.AgeCohort;
import nl.cims.registry.immunisation.Circumstances;
import nl.cims.registry.immunisation.DoseId;
import nl.cims.registry.immunisation.Immunisations;
import nl.cims.registry.immunisation.LifeCycle;
import nl.cims.registry.immunisation.State;
import nl.cims.registry.immunisation.Vaccinee;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.person.Mention;
import nl.cims.registry.person.People;
import nl.cims.registry.person.PersonDetails;
import nl.cims.registry.person.PersonId;
import nl.cims.vocabulary.PartialDate;
import org.springframework.stereotype.Component;

/// Turns believed reports into facts: under the person's name, or without any if he did not agree
/// to share.
@Component
class Facts {

  /// The step of an original that was reported and never became a fact; its correction is the next.
  private static final int NEVER_BELIEVED = 1;

  private final People people;
  private final Immunisations immunisations;

  Facts(People people, Immunisations immunisations) {
    this.people = people;
    this.immunisations = immunisations;
  }

  /// The first facts of vaccinations that are new.
  void begin(List<Arrival> believed) {
    List<Fact> facts =
        believed.stream()
            .map(
                it ->
                    new Fact(
                        it.fresh(),
                        it.said(),
                        known(it.assessment().product()),
                        1,
                        LifeCycle.RECORDED,
                        it.delivery().source()))
            .toList();
    append(facts);
  }

  /// The next fact: what this report says holds from now on.
  void follow(Report report, ReportedVaccination said, Optional<Product> product, String source) {
    Optional<State> latest = immunisations.latest(new DoseId(report.dose()));
    if (said.intention() == Intention.WITHDRAW) {
      latest
          .filter(state -> LifeCycle.WITHDRAWN.mayFollow(Optional.of(state.event())))
          .ifPresent(
              state ->
                  immunisations.append(List.of(state.withdrawn(report.id(), report.receivedAt()))));
    } else if (said.intention() == Intention.RECORD) {
      append(List.of(new Fact(report, said, known(product), 1, LifeCycle.RECORDED, source)));
    } else {
      int step = latest.map(State::step).orElse(NEVER_BELIEVED) + 1;
      append(List.of(new Fact(report, said, known(product), step, LifeCycle.CORRECTED, source)));
    }
  }

  private static Product known(Optional<Product> product) {
    return product.orElseThrow(
        () -> new IllegalStateException("a report without a known vaccine was believed"));
  }

  private void append(List<Fact> facts) {
    List<Fact> shared = facts.stream().filter(it -> !it.anonymous()).toList();
    Iterator<PersonId> people =
        shared.isEmpty()
            ? Collections.emptyIterator()
            : this.people.identify(shared.stream().map(Fact::mention).toList()).iterator();
    immunisations.append(
        facts.stream()
            .map(
                it ->
                    it.state(
                        it.anonymous()
                            ? Optional.empty()
                            : Optional.of(new Vaccinee(people.next().value()))))
            .toList());
  }

  private static IllegalStateException channelLetThrough() {
    return new IllegalStateException("a channel let a shared dose through without a BSN");
  }

  /// What a report says holds from this step on.
  private record Fact(
      Report report,
      ReportedVaccination said,
      Product product,
      int step,
      LifeCycle event,
      String source) {

    boolean anonymous() {
      return said.sharing() == Sharing.REFUSED;
    }

    Mention mention() {
      ReportedPerson person = said.person().orElseThrow(Facts::channelLetThrough);
      return new Mention(
          person.bsn().orElseThrow(Facts::channelLetThrough),
          details(person),
          said.occurredOn().earliest(),
          report.key().content());
    }

    State state(Optional<Vaccinee> vaccinee) {
      Circumstances told = circumstances(said);
      return new State(
          report.id(),
          new DoseId(report.dose()),
          step,
          event,
          vaccinee,
          source,
          product.id(),
          said.batch(),
          said.occurredOn(),
          said.person()
              .flatMap(ReportedPerson::birthDate)
              .flatMap(birth -> AgeCohort.at(said.occurredOn(), birth)),
          anonymous() ? told.anonymous() : told,
          report.receivedAt());
    }
  }

  private static Optional<PersonDetails> details(ReportedPerson person) {
    return person
        .name()
        .map(
            name ->
                new PersonDetails(
                    name.given(),
                    name.infix(),
                    name.surname(),
                    person.birthDate().map(PartialDate::toString).orElse(""),
                    person.sex()));
  }

  private static Circumstances circumstances(ReportedVaccination said) {
    ReportedVaccination.Administration how = said.administration();
    return new Circumstances(
        said.vaccine().text(),
        said.vaccine().codes(),
        how.manufacturer(),
        how.performer(),
        how.performerNumber(),
        how.country(),
        how.dose(),
        how.site(),
        how.route(),
        how.quantity(),
        how.note());
  }
}
