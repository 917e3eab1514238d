// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.Localised;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.immunisation.Circumstances;
import nl.cims.registry.immunisation.DoseId;
import nl.cims.registry.immunisation.Immunisations;
import nl.cims.registry.immunisation.LifeCycle;
import nl.cims.registry.immunisation.SeenBatches;
import nl.cims.registry.immunisation.State;
import nl.cims.registry.immunisation.Vaccinee;
import nl.cims.registry.person.People;
import nl.cims.registry.person.Person;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.PartialDate;
import org.junit.jupiter.api.Test;

/// A fact about a vaccine that the catalogue no longer knows stays readable and counts.
class UnknownVaccineIT {

  private static final String GONE = "left-the-catalogue";

  private final RegistryProcess registry = RegistryProcess.running();
  private final Bsn bsn = TestNumbers.fresh();
  private final String batch = UUID.randomUUID().toString();

  @Test
  void isShownUnderTheNameThatItsSourceGaveIt() {
    record("Vaccin van vroeger");
    assertThat(vaccination().name())
        .isEqualTo(new Localised("Vaccin van vroeger", "Vaccin van vroeger"));
    assertThat(vaccination().diseases()).isEmpty();
    assertThat(vaccination().programme()).isEqualTo("OTHER");
  }

  @Test
  void isShownWithWordsWhereItsSourceGaveItNone() {
    record("");
    assertThat(vaccination().name()).isEqualTo(new Localised("onbekend vaccin", "unknown vaccine"));
  }

  @Test
  void counts() {
    record("Vaccin van vroeger");
    assertThat(registry.bean(SeenBatches.class).of(GONE))
        .filteredOn(seen -> seen.batch().value().equals(batch))
        .singleElement()
        .satisfies(seen -> assertThat(seen.reports()).isEqualTo(1));
  }

  private void record(String name) {
    Person person = registry.bean(People.class).identify(List.of(bsn)).getFirst();
    UUID id = UUID.randomUUID();
    registry
        .bean(Immunisations.class)
        .append(
            List.of(
                new State(
                    id,
                    new DoseId(id),
                    1,
                    LifeCycle.RECORDED,
                    person.key().map(Vaccinee::new),
                    "ggd-utrecht",
                    GONE,
                    Optional.of(new BatchNumber(batch)),
                    PartialDate.parse("1999"),
                    Optional.empty(),
                    new Circumstances(name, List.of(), "", "", "", "", "", "", "", "", ""),
                    Instant.EPOCH)));
  }

  private VaccinationView vaccination() {
    List<VaccinationView> all =
        registry
            .bean(Dossiers.class)
            .open(
                new Citizen("test", bsn, Optional.of(AssuranceLevel.SUBSTANTIEEL)),
                new Look("test", ""))
            .vaccinations();
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
