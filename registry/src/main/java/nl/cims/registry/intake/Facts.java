// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.immunisation.Circumstances;
import nl.cims.registry.immunisation.DoseId;
import nl.cims.registry.immunisation.Immunisations;
import nl.cims.registry.immunisation.LifeCycle;
import nl.cims.registry.immunisation.State;
import nl.cims.registry.immunisation.Vaccinee;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.person.Description;
import nl.cims.registry.person.People;
import nl.cims.registry.person.Person;
import nl.cims.registry.person.PersonDetails;
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
    append(
        believed.stream()
            .map(
                it ->
                    new Fact(
                        it.fresh(),
                        new Believed(
                            it.said(),
                            it.subject(),
                            known(it.assessment().product()),
                            it.delivery().source()),
                        1,
                        LifeCycle.RECORDED))
            .toList());
  }

  /// The next fact: what this report says holds from now on.
  void follow(
      Report report,
      ReportedVaccination said,
      Optional<Person> subject,
      Optional<Product> product,
      String source) {
    Optional<State> latest = immunisations.latest(new DoseId(report.dose()));
    if (said.intention() == Intention.WITHDRAW) {
      latest
          .filter(state -> LifeCycle.WITHDRAWN.mayFollow(Optional.of(state.event())))
          .ifPresent(
              state ->
                  immunisations.append(List.of(state.withdrawn(report.id(), report.receivedAt()))));
      return;
    }
    Believed believed = new Believed(said, subject, known(product), source);
    append(
        List.of(
            said.intention() == Intention.RECORD
                ? new Fact(report, believed, 1, LifeCycle.RECORDED)
                : new Fact(
                    report,
                    believed,
                    latest.map(State::step).orElse(NEVER_BELIEVED) + 1,
                    LifeCycle.CORRECTED)));
  }

  private static Product known(Optional<Product> product) {
    return product.orElseThrow(
        () -> new IllegalStateException("a report without a known vaccine was believed"));
  }

  private void append(List<Fact> facts) {
    people.describe(facts.stream().flatMap(Fact::description).toList());
    immunisations.append(facts.stream().map(Fact::state).toList());
  }

  /// What a source says and the register believes.
  ///
  /// @param subject the person it is tied to; empty if it leads to nobody
  private record Believed(
      ReportedVaccination said, Optional<Person> subject, Product product, String source) {}

  /// What a report says holds from this step on.
  private record Fact(Report report, Believed believed, int step, LifeCycle event) {

    Stream<Map.Entry<Person, Description>> description() {
      ReportedVaccination said = believed.said;
      return believed.subject.stream()
          .flatMap(
              person ->
                  said.person().flatMap(Facts::details).stream()
                      .map(
                          details ->
                              Map.entry(
                                  person,
                                  new Description(
                                      details,
                                      said.occurredOn().earliest(),
                                      report.key().content()))));
    }

    State state() {
      ReportedVaccination said = believed.said;
      Circumstances told = circumstances(said);
      return new State(
          report.id(),
          new DoseId(report.dose()),
          step,
          event,
          believed.subject.flatMap(Person::key).map(Vaccinee::new),
          believed.source,
          believed.product.id(),
          said.batch(),
          said.occurredOn(),
          said.ageCohort(),
          believed.subject.isEmpty() ? told.anonymous() : told,
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
