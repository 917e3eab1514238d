// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.util.List;
import java.util.Optional;
import nl.cims.registry.immunisation.Immunisations;
import nl.cims.registry.immunisation.Vaccinee;
import nl.cims.registry.person.People;
import nl.cims.registry.person.Person;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Component;

/// What the register knows of people, put together anew at each look.
@Component
class Histories {

  private final People people;
  private final Immunisations immunisations;

  Histories(People people, Immunisations immunisations) {
    this.people = people;
    this.immunisations = immunisations;
  }

  History of(Bsn bsn) {
    Optional<Person> person = people.find(bsn);
    return new History(
        person.flatMap(Person::details),
        person
            .flatMap(Person::key)
            .map(key -> immunisations.of(new Vaccinee(key)))
            .orElse(List.of()));
  }
}
