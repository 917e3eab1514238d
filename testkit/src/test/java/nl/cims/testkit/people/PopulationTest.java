// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Dose.Sharing;
import org.junit.jupiter.api.Test;

class PopulationTest {

  private final Population town = Population.town();

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(bodies(Population.of(7, 40))).isEqualTo(bodies(Population.of(7, 40)));
    assertThat(bodies(Population.of(7, 40))).isNotEqualTo(bodies(Population.of(8, 40)));
  }

  @Test
  void hasAboutFiveHundredPeopleWithDifferentTestNumbers() {
    List<String> numbers =
        town.subjects().stream().map(subject -> subject.person().bsn().reveal()).toList();
    assertThat(numbers)
        .hasSize(500)
        .doesNotHaveDuplicates()
        .allMatch(bsn -> bsn.startsWith("9999"));
  }

  @Test
  void givesNothingBeforeBirthOrInTheFuture() {
    assertThat(town.reports())
        .allMatch(
            report ->
                report.dose().occurredOn().compareTo(report.person().birthDate()) >= 0
                    && !report.dose().occurredOn().latest().isAfter(Histories.TODAY));
  }

  @Test
  void usesEveryProductEverySourceAndEveryAnswerAboutSharing() {
    assertThat(town.reports().map(report -> report.dose().product()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Product.values());
    assertThat(town.reports().map(report -> report.dose().source()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Source.values());
    assertThat(town.reports().map(report -> report.dose().sharing()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Sharing.values());
  }

  @Test
  void identifiersAreUniqueButForRepetitionsAndLaterStates() {
    List<Report> creates =
        town.reports().filter(report -> report.kind() == Report.Kind.RECORD).toList();
    long bodies = creates.stream().map(FhirMessages::single).map(Message::body).distinct().count();
    long identifiers =
        creates.stream().map(report -> report.dose().identifier()).distinct().count();
    assertThat(identifiers).isEqualTo(bodies).isLessThan(creates.size());
  }

  @Test
  void hasTenTestCitizensWhoseSpecialtyShows() {
    assertThat(TestCitizen.values()).hasSize(10);
    assertThat(TestCitizen.NO_VACCINATIONS.reports()).isEmpty();
    assertThat(TestCitizen.CHILDHOOD.reports()).hasSizeGreaterThan(12);
    assertThat(TestCitizen.LONG_BATCH_NUMBER.reports().getFirst().dose().batch())
        .hasValueSatisfying(batch -> assertThat(batch.value()).hasSize(60));
    List<Dose> twice = TestCitizen.REPORTED_TWICE.reports().stream().map(Report::dose).toList();
    assertThat(twice).hasSize(3);
    assertThat(twice.getFirst()).isEqualTo(twice.get(1));
    assertThat(twice.getLast().source()).isNotEqualTo(twice.getFirst().source());
  }

  private static List<String> bodies(Population population) {
    return population.reports().map(FhirMessages::single).map(Message::body).toList();
  }
}
