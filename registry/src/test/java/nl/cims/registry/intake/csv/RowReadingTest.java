// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.Sex;
import nl.cims.vocabulary.VaccineCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a row says, or everything that is wrong with it.
class RowReadingTest {

  private static final String BSN = "999990019";

  @Nested
  class Understood {

    @Test
    void isEveryCell() {
      ReportedVaccination report =
          report(
              "dose_number", "2/3",
              "manufacturer", "Pfizer",
              "site", "linkerarm",
              "route", "im",
              "amount", "0,3 ml",
              "performer", "Zorghuis West",
              "performer_number", "ura 02345678",
              "stated_at", "08-01-2021 14:30");

      assertThat(report.identifier().value()).isEqualTo("id-1");
      assertThat(report.identifier().system()).isEmpty();
      assertThat(report.intention()).isEqualTo(Intention.RECORD);
      assertThat(report.sharing()).isEqualTo(Sharing.AGREED);
      assertThat(report.occurredOn()).isEqualTo(new PartialDate(2021, 1, 8));
      assertThat(report.vaccine().codes())
          .containsExactly(new VaccineCode(CodeSystem.HPK, "2924528"));
      assertThat(report.batch()).contains(new BatchNumber("EJ6796"));
      assertThat(report.stated()).contains(Instant.parse("2021-01-08T13:30:00Z"));
      assertThat(report.administration())
          .isEqualTo(
              new ReportedVaccination.Administration(
                  "Pfizer",
                  "Zorghuis West",
                  "URA:02345678",
                  "",
                  "2/3",
                  "linkerarm",
                  "im",
                  "0,3 ml",
                  "twee\nregels"));
      var person = report.person().orElseThrow();
      assertThat(person.bsn().orElseThrow().reveal()).isEqualTo(BSN);
      assertThat(person.name().orElseThrow().full()).isEqualTo("Zoë van der Kanariepiet-Çelik");
      assertThat(person.birthDate()).contains(new PartialDate(1985, 12, 1));
      assertThat(person.sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void isADoseOfSomebodyWhoDoesNotShareWithoutThePerson() {
      ReportedVaccination report =
          report(
              "sharing_consent", "Nee",
              "bsn", "",
              "given_names", "",
              "infix", "",
              "surname", "",
              "birth_date", "",
              "sex", "");
      assertThat(report.sharing()).isEqualTo(Sharing.REFUSED);
      assertThat(report.person()).isEmpty();
    }

    @Test
    void isAVaccineOfWhichOnlyTheNameIsKnown() {
      ReportedVaccination report = report("vaccine_code", "", "code_system", "");
      assertThat(report.vaccine().codes()).isEmpty();
      assertThat(report.vaccine().text()).startsWith("COVID-19");
    }

    @ParameterizedTest
    @CsvSource({
      "2021-01-08, 2021-01-08",
      "08-01-2021, 2021-01-08",
      "8/1/2021, 2021-01-08",
      "8.1.2021, 2021-01-08",
      "20210108, 2021-01-08",
      "2021-01, 2021-01",
      "00-01-2021, 2021-01",
      "00-00-2021, 2021",
      "2021, 2021"
    })
    void isADateInEachOfItsForms(String written, String meant) {
      assertThat(report("vaccination_date", written).occurredOn())
          .isEqualTo(PartialDate.parse(meant));
    }

    @ParameterizedTest
    @CsvSource({
      "2021-01-08T14:30:00Z, 2021-01-08T14:30:00Z",
      "2021-07-08T14:30+02:00, 2021-07-08T12:30:00Z",
      "2021-07-08 14:30:05, 2021-07-08T12:30:05Z",
      "8-1-2021 9:05, 2021-01-08T08:05:00Z",
      "8-1-2021, 2021-01-07T23:00:00Z"
    })
    void isAMomentInEachOfItsForms(String written, String meant) {
      assertThat(report("stated_at", written).stated()).contains(Instant.parse(meant));
    }
  }

  @Nested
  class Unreadable {

    @Test
    void namesEverythingAtOnce() {
      List<Finding> findings =
          findings(
              "identifier", "",
              "action", "misschien",
              "bsn", "123456789",
              "birth_date", "31-02-1985",
              "sex", "q",
              "sharing_consent", "wellicht",
              "vaccination_date", "8-1-21",
              "vaccine_code", "29 24",
              "code_system", "XYZ",
              "batch", "x".repeat(61),
              "dose_number", "eerste",
              "performer_number", "12345678",
              "stated_at", "gisteren",
              "note", "bel\u0007");
      assertThat(findings.stream().map(it -> it.column().orElseThrow()))
          .containsExactlyInAnyOrder(
              Column.IDENTIFIER,
              Column.ACTION,
              Column.BSN,
              Column.BIRTH_DATE,
              Column.SEX,
              Column.CONSENT,
              Column.DATE,
              Column.CODE,
              Column.SYSTEM,
              Column.BATCH,
              Column.DOSE,
              Column.PERFORMER_NUMBER,
              Column.STATED,
              Column.NOTE);
    }

    @ParameterizedTest
    @CsvSource({
      "identifier, '', MISSING, IDENTIFIER",
      "identifier, 999990019, BSN_AS_IDENTIFIER, IDENTIFIER",
      "bsn, '', MISSING, BSN",
      "bsn, 12345678, NO_BSN, BSN",
      "bsn, 999990018, NO_BSN, BSN",
      "sharing_consent, '', MISSING, CONSENT",
      "vaccination_date, '', MISSING, DATE",
      "vaccination_date, 2021-13-01, NO_DATE, DATE",
      "vaccination_date, 0000-01-01, NO_DATE, DATE",
      "vaccination_date, 2021-00-05, NO_DATE, DATE",
      "code_system, '', MISSING, SYSTEM",
      "stated_at, 2021-01-08 25:00, NO_TIME, STATED",
      "stated_at, 2021-01, NO_TIME, STATED"
    })
    void saysWhatIsWrong(String column, String cell, Remark remark, Column where) {
      assertThat(findings(column, cell)).containsExactly(Finding.of(remark, where));
    }

    @Test
    void isAnInfixWithoutAName() {
      assertThat(findings("surname", "", "given_names", ""))
          .containsExactly(Finding.of(Remark.NO_SURNAME, Column.SURNAME));
    }

    @Test
    void isARowWithMoreCellsThanTheHeader() {
      Layout layout = layout();
      Row row = new Row(2, List.of("a", "b", "c", "d", "e", "f", " ", "g"));
      Reading.Unreadable reading = (Reading.Unreadable) RowReading.of(layout, row);
      assertThat(reading.findings()).contains(Finding.ofRow(Remark.TOO_MANY_CELLS));
    }

    @Test
    void repeatsNoCell() {
      for (Finding finding : findings("bsn", "geheim", "identifier", "", "sex", "geheim")) {
        assertThat(finding.text(Language.NL) + finding.text(Language.EN) + finding)
            .doesNotContain("geheim");
      }
    }
  }

  @Nested
  class Content {

    @Test
    void isTheSameForTheSameSaidOtherwise() {
      byte[] once = report().content();
      assertThat(report("vaccination_date", "8-1-2021", "sex", "Vrouw", "code_system", "hpk"))
          .satisfies(it -> assertThat(it.content()).isEqualTo(once));
      assertThat(report("sharing_consent", "yes", "birth_date", "1985-12-01", "action", "new"))
          .satisfies(it -> assertThat(it.content()).isEqualTo(once));
      assertThat(report("stated_at", "2021-01-09", "action", "correctie").content())
          .isEqualTo(once);
    }

    @Test
    void isAnotherForAnyOtherCell() {
      byte[] once = report().content();
      assertThat(report("batch", "other").content()).isNotEqualTo(once);
      assertThat(report("note", "").content()).isNotEqualTo(once);
      assertThat(report("action", "intrekken").content()).isNotEqualTo(once);
      assertThat(report("sharing_consent", "nee").content()).isNotEqualTo(once);
    }

    @Test
    void cannotBeMadeByMovingTextBetweenCells() {
      assertThat(report("site", "a\u00e9b", "route", "").content())
          .isNotEqualTo(report("site", "", "route", "a\u00e9b").content());
    }
  }

  private static Layout layout() {
    return Layout.of(
        List.of(
            "identifier",
            "bsn",
            "sharing_consent",
            "vaccination_date",
            "vaccine_code",
            "code_system"));
  }

  private static ReportedVaccination report(Object... changes) {
    Reading reading = read(changes);
    assertThat(reading).isInstanceOf(Reading.Understood.class);
    return ((Reading.Understood) reading).report();
  }

  private static List<Finding> findings(Object... changes) {
    return ((Reading.Unreadable) read(changes)).findings();
  }

  private static Reading read(Object... changes) {
    String text = new Sheet().dose("id-1", BSN, changes).text();
    Table table = Table.open(Sheet.file(text, StandardCharsets.UTF_8));
    Optional<Row> row = table.next();
    return RowReading.of(table.layout(), row.orElseThrow());
  }
}
