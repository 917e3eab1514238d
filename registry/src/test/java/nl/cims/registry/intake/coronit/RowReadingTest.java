// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.Sex;
import nl.cims.vocabulary.VaccineCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a row means, and what is said of one that means nothing.
class RowReadingTest {

  private static final Instant CHANGED = Instant.parse("2021-05-10T10:15:30Z");
  private final Map<Column, String> values = new EnumMap<>(Column.class);

  RowReadingTest() {
    values.put(Column.STATUS, "GEZET");
    values.put(Column.TOESTEMMING, "true");
    values.put(Column.BSN, "999990019");
    values.put(Column.VOORNAMEN, "Anna Maria");
    values.put(Column.VOORVOEGSEL, "van der");
    values.put(Column.GESLACHTSNAAM, "Prik");
    values.put(Column.GEBOORTEDATUM, "19610400");
    values.put(Column.GESLACHT, "V");
    values.put(Column.HPK, "2924528");
    values.put(Column.VACCIN, "COVID-19 VACCIN PFIZER INJVLST 0,3ML");
    values.put(Column.FABRIKANT, "Pfizer");
    values.put(Column.BATCHNUMMER, "EX1234");
    values.put(Column.TOEGEDIEND_OP, "2021-05-10");
    values.put(Column.DOSISNUMMER, "1");
    values.put(Column.GGD, "GGD Zuid-Limburg");
    values.put(Column.GGD_URA, "90000103");
    values.put(Column.LOCATIE, "MECC");
  }

  @Test
  void everyColumnFindsItsPlace() {
    ReportedVaccination report = understood();

    assertThat(report.identifier().value()).isEqualTo("77");
    assertThat(report.person())
        .hasValueSatisfying(
            person -> {
              assertThat(person.bsn())
                  .hasValueSatisfying(it -> assertThat(it.reveal()).isEqualTo("999990019"));
              assertThat(person.name())
                  .hasValueSatisfying(
                      it -> assertThat(it.full()).isEqualTo("Anna Maria van der Prik"));
              assertThat(person.birthDate())
                  .hasValueSatisfying(it -> assertThat(it).hasToString("1961-04"));
              assertThat(person.sex()).isEqualTo(Sex.FEMALE);
            });
    assertThat(report.sharing()).isEqualTo(Sharing.AGREED);
    assertThat(report.vaccine().codes())
        .containsExactly(new VaccineCode(CodeSystem.HPK, "2924528"));
    assertThat(report.vaccine().text()).startsWith("COVID-19 VACCIN PFIZER");
    assertThat(report.occurredOn()).hasToString("2021-05-10");
    assertThat(report.batch()).hasValueSatisfying(it -> assertThat(it).hasToString("EX1234"));
    assertThat(report.administration())
        .isEqualTo(
            new ReportedVaccination.Administration(
                "Pfizer", "GGD Zuid-Limburg", "URA:90000103", "NL", "1", "", "", "", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS, KLAAR, status: the status is GEZET or VERVALLEN",
    "BSN, 123456789, bsn: a BSN has nine digits and passes the eleven-test",
    "BSN, '', bsn: it is needed and empty",
    "GEBOORTEDATUM, 1961, 'geboortedatum: a BRP date has eight digits, YYYYMMDD'",
    "HPK, 29 28, hpk: a vaccine code has 1 to 40 characters and no blanks",
    "TOEGEDIEND_OP, '', toegediend_op: it is needed and empty",
    "TOEGEDIEND_OP, infinity, 'toegediend_op: a date is YYYY, YYYY-MM or YYYY-MM-DD'",
    "GGD_URA, 12, ggd_ura: a URA has eight digits"
  })
  void aColumnThatCannotBeUnderstoodIsNamedWithItsRule(
      Column column, String value, String problem) {
    values.put(column, value);

    assertThat(read())
        .isInstanceOfSatisfying(
            Reading.Unreadable.class, it -> assertThat(it.problems()).containsExactly(problem));
  }

  @Test
  void noValueIsRepeatedAndEveryProblemIsNamed() {
    values.put(Column.BSN, "111222334");
    values.put(Column.BATCHNUMMER, "B".repeat(61));
    values.put(Column.VACCIN, "geheim ".repeat(100));

    assertThat(read())
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            it ->
                assertThat(String.join("\n", it.problems()))
                    .contains("bsn", "batchnummer", "vaccin")
                    .doesNotContain("111222334", "BBB", "geheim"));
  }

  @Test
  void aVaccineWithoutACodeIsKeptByItsName() {
    values.remove(Column.HPK);
    assertThat(understood().vaccine().codes()).isEmpty();
    values.remove(Column.VACCIN);
    assertThat(read()).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void whoDidNotAgreeOrWasNotAskedIsLeftOut() {
    for (String said : List.of("false", "")) {
      values.put(Column.TOESTEMMING, said);
      ReportedVaccination report = understood();
      assertThat(report.sharing()).isEqualTo(Sharing.REFUSED);
      assertThat(report.person())
          .hasValueSatisfying(
              person -> {
                assertThat(person.bsn()).isEmpty();
                assertThat(person.name()).isEmpty();
                assertThat(person.birthDate()).isPresent();
              });
    }
  }

  @Test
  void contentIsWhatIsSaidAndNotWhen() {
    byte[] first = understood().content();
    Row later = new Row(77, new byte[32], Optional.of(CHANGED.plusSeconds(60)), values);
    Draft draft = ((Reading.Understood) RowReading.read(later, CHANGED)).draft();

    assertThat(draft.as(new Statement(Intention.CORRECT, 1, 0)).content()).isEqualTo(first);
    assertThat(draft.as(new Statement(Intention.CORRECT, 1, 1)).content()).isNotEqualTo(first);
    assertThat(draft.as(new Statement(Intention.RECORD, 2, 0)).identifier().value())
        .isEqualTo("77#2");
    assertThat(new String(draft.message().bytes(), StandardCharsets.UTF_8))
        .startsWith("{\"id\":\"77\",\"gewijzigd_op\":\"2021-05-10T10:16:30Z\"")
        .contains("\"locatie\":\"MECC\"");
  }

  @Test
  void nothingOfARowIsPrinted() {
    assertThat(row()).hasToString("Row[hidden]");
    assertThat(((Reading.Understood) read()).toString()).doesNotContain("Prik", "999990019");
  }

  private Row row() {
    return new Row(77, new byte[32], Optional.of(CHANGED), values);
  }

  private Reading read() {
    return RowReading.read(row(), CHANGED);
  }

  private ReportedVaccination understood() {
    return ((Reading.Understood) read()).draft().as(new Statement(Intention.RECORD, 1, 0));
  }
}
