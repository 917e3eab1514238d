// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Administration;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;
import nl.cims.vocabulary.VaccineCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the register understands of a message.
class UnderstandingTest {

  private final ReportedVaccination full = first(Fixtures.message("full.hl7"));

  @Test
  void whoGotIt() {
    ReportedPerson person = full.person().orElseThrow();
    assertThat(person.bsn().orElseThrow().reveal()).isEqualTo("999990068");
    assertThat(person.name()).contains(new PersonName("Sanne Zoë", "in 't", "Veld"));
    assertThat(person.birthDate().orElseThrow()).hasToString("1995-03-27");
    assertThat(person.sex()).isEqualTo(Sex.FEMALE);
    assertThat(full.sharing()).isEqualTo(Sharing.AGREED);
  }

  @Test
  void whichVaccineAndWhen() {
    assertThat(full.intention()).isEqualTo(Intention.RECORD);
    assertThat(full.identifier())
        .isEqualTo(new SourceIdentifier("urn:oid:2.16.840.1.113883.2.4.99.7", "DOSIS-0002"));
    assertThat(full.vaccine().codes())
        .containsExactly(
            new VaccineCode(CodeSystem.HPK, "2924528"), new VaccineCode(CodeSystem.CVX, "208"));
    assertThat(full.vaccine().text()).isEqualTo("COVID-19 VACCIN PFIZER");
    assertThat(full.batch().orElseThrow().value()).isEqualTo("EJ6796");
    assertThat(full.occurredOn()).hasToString("2021-01-08");
    assertThat(full.stated()).contains(Instant.parse("2021-01-08T09:15:00Z"));
  }

  @Test
  void howAndWhereAndByWhom() {
    assertThat(full.administration())
        .isEqualTo(
            new Administration(
                "Pfizer",
                "Ziekenhuis Midden",
                "URA:90000301",
                "NL",
                "1/2",
                "Linkerbovenarm",
                "Intramusculair",
                "0.3 mL",
                "Nieuwe registratie\nRustig aan gedaan\nin twee delen"));
  }

  @Test
  void theLeastThatIsTaken() {
    ReportedVaccination least = first(Fixtures.message("minimal.hl7"));
    assertThat(least.identifier()).isEqualTo(new SourceIdentifier("HIS", "DOSIS-0001"));
    assertThat(least.administration().quantity()).isEmpty();
    assertThat(least.batch()).isEmpty();
  }

  @Test
  void severalVaccinationsEachWithItsOwn() {
    List<ReportedVaccination> several =
        Fixtures.understood(Fixtures.read(Fixtures.message("several.hl7")));
    assertThat(several)
        .extracting(it -> it.identifier().value())
        .containsExactly("DOSIS-0003", "DOSIS-0004", "DOSIS-0005");
    assertThat(several)
        .extracting(it -> it.administration().route())
        .containsExactly("SC", "IM", "");
    assertThat(several)
        .extracting(it -> it.vaccine().codes().getFirst().system().name())
        .containsExactly("RIVM_KIND", "ATC", "RIVM_KIND");
  }

  @ParameterizedTest
  @CsvSource({"A, RECORD", "U, CORRECT", "D, WITHDRAW", "'', RECORD"})
  void whatIsAskedFor(String action, Intention intention) {
    String message = Fixtures.changed("full.hl7", "|CP|A", "|CP|" + action);
    assertThat(first(message).intention()).isEqualTo(intention);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "SCT; 1119349007; SNOMED",
        "WC; J07BX03; ATC",
        "ATC; J07BX03; ATC",
        "2.16.840.1.113883.2.4.4.1; 139971; GPK",
        "urn:oid:2.16.840.1.113883.2.4.4.10; 197637; PRK",
        "http://snomed.info/sct; 1119349007; SNOMED"
      },
      delimiter = ';')
  void everyNameOfACodeSystem(String name, String code, CodeSystem system) {
    String message = Fixtures.changed("minimal.hl7", "2924528^^HPK", code + "^^" + name);
    assertThat(first(message).vaccine().codes()).containsExactly(new VaccineCode(system, code));
  }

  @ParameterizedTest
  @CsvSource({"1961, 1961", "196105, 1961-05", "19610000, 1961", "19610500, 1961-05"})
  void aBirthDateAsFarAsItIsKnown(String sent, String known) {
    String message = Fixtures.changed("full.hl7", "19950327", sent);
    assertThat(first(message).person().orElseThrow().birthDate().orElseThrow()).hasToString(known);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "El Amrani^Fatima; Fatima;; El Amrani",
        "de Vries-Jansen&de&Vries&&Jansen^Johannes; Johannes; de; Vries",
        "&&&van&Dijk^Jan; Jan; van; Dijk",
        "van der Berg&van der^Jan; Jan; van der; Berg",
        "Display^Jan^^^^^D~Legal^Jan^^^^^L; Jan;; Legal",
        "\\T\\Zn\\S\\^Ja\\F\\n; Ja|n;; &Zn^"
      },
      delimiter = ';')
  void dutchNames(String sent, String given, String infix, String surname) {
    String message = Fixtures.changed("minimal.hl7", "El Amrani^Fatima", sent);
    assertThat(first(message).person().orElseThrow().name())
        .contains(new PersonName(given, infix == null ? "" : infix, surname));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "999990019^^^NLMINBIZA",
        "999990019^^^&2.16.840.1.113883.2.4.6.3&ISO",
        "999990019^^^BRP^NNNLD",
        "4711^^^HIS^MR~999990019^^^NLMINBIZA^NNNLD",
        "999990019^^^NLMINBIZA^NNNLD~999990019^^^NLMINBIZA"
      })
  void aBsnByAuthorityOrOidOrType(String sent) {
    String message = Fixtures.changed("minimal.hl7", "999990019^^^NLMINBIZA^NNNLD", sent);
    assertThat(first(message).person().orElseThrow().bsn().orElseThrow().reveal())
        .isEqualTo("999990019");
  }

  @Test
  void aRefusalToShareForAllOrForOne() {
    String protectedPerson = Fixtures.changed("full.hl7", "PD1||||||||||||N", "PD1||||||||||||Y");
    assertThat(first(protectedPerson).sharing()).isEqualTo(Sharing.REFUSED);

    String one =
        Fixtures.changed(
            "several.hl7", "RXR|SC|LT", "RXR|SC|LT\rOBX|1|ID|SHARING-AGREED^^99CIMS||N");
    assertThat(Fixtures.understood(Fixtures.read(one)))
        .extracting(ReportedVaccination::sharing)
        .containsExactly(Sharing.REFUSED, Sharing.AGREED, Sharing.AGREED);
  }

  @Test
  void someoneWithoutANumberIfHeDidNotAgreeToShare() {
    String message =
        Fixtures.changed(
            "minimal.hl7",
            "PID|1||999990019^^^NLMINBIZA^NNNLD||El Amrani^Fatima",
            "PID|1\rPD1||||||||||||Y");
    assertThat(first(message).person().orElseThrow().bsn()).isEmpty();
  }

  @Test
  void theCharactersThatMsh18Names() {
    String message = Fixtures.changed("full.hl7", "UNICODE UTF-8", "8859/1");
    Reading reading = Fixtures.MESSAGES.read(message.getBytes(ISO_8859_1));
    assertThat(Fixtures.understood(reading).getFirst().person().orElseThrow().name().orElseThrow())
        .isEqualTo(new PersonName("Sanne Zoë", "in 't", "Veld"));
  }

  @ParameterizedTest
  @CsvSource({"'\r'", "'\n'", "'\r\n'", "'\r\r'"})
  void anyEndOfALine(String end) {
    assertThat(first(Fixtures.message("full.hl7").replace("\r", end)).content())
        .isEqualTo(full.content());
  }

  @Test
  void aByteOrderMark() {
    assertThat(first("\uFEFF" + Fixtures.message("full.hl7")).content()).isEqualTo(full.content());
  }

  private static ReportedVaccination first(String message) {
    return Fixtures.understood(Fixtures.read(message)).getFirst();
  }
}
