// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import static nl.cims.registry.intake.fhir.Fixtures.bytes;
import static nl.cims.registry.intake.fhir.Fixtures.json;
import static nl.cims.registry.intake.fhir.Fixtures.rejected;
import static nl.cims.registry.intake.fhir.Fixtures.single;
import static nl.cims.registry.intake.fhir.Fixtures.singleMinimal;
import static nl.cims.registry.intake.fhir.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;

import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;
import nl.cims.vocabulary.VaccineCode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class UnderstandingTest {

  private static final String ADDRESS =
      "identifier=urn%3Aoid%3A2.16.840.1.113883.2.4.99.1%7Cvaccination-0002";

  @Nested
  class OfAWholeMessage {

    @ParameterizedTest
    @ValueSource(strings = {"alone.json", "alone.xml"})
    void readsWhatWasGivenAndHow(String file) {
      ReportedVaccination read = understood(single(file));

      assertThat(read.identifier())
          .isEqualTo(
              new SourceIdentifier("urn:oid:2.16.840.1.113883.2.4.99.1", "vaccination-0001"));
      assertThat(read.intention()).isEqualTo(Intention.RECORD);
      assertThat(read.sharing()).isEqualTo(Sharing.AGREED);
      assertThat(read.vaccine().codes())
          .containsExactly(
              new VaccineCode(CodeSystem.HPK, "2924528"),
              new VaccineCode(CodeSystem.SNOMED, "28531000087107"),
              new VaccineCode(CodeSystem.ATC, "J07BN01"));
      assertThat(read.vaccine().text()).isEqualTo("COVID-19 VACCIN INJVLST 0,3ML");
      assertThat(read.occurredOn()).isEqualTo(PartialDate.parse("2026-10-03"));
      assertThat(read.batch()).contains(new BatchNumber("FE2090"));
      assertThat(read.administration())
          .isEqualTo(
              new ReportedVaccination.Administration(
                  "Voorbeeldfarma",
                  "GGD regio Voorbeeld",
                  "URA:01234567",
                  "NL",
                  "2/3",
                  "bovenarm (links)",
                  "INTRAMUSCULAIR",
                  "0.30 ml",
                  "Rustig verlopen.\nTweede regel."));
    }

    @Test
    void readsThePersonWithOwnNameAndPartialBirthDate() {
      ReportedPerson person = understood(single("alone.json")).person().orElseThrow();

      assertThat(person.bsn().orElseThrow().sameAs(Bsn.of(Fixtures.BSN))).isTrue();
      assertThat(person.name()).contains(new PersonName("Johanna Petronella", "van der", "Berg"));
      assertThat(person.birthDate()).contains(PartialDate.parse("1985-12"));
      assertThat(person.sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void readsATransactionJustTheSame() {
      ReportedVaccination alone = understood(single("alone.json"));
      ReportedVaccination packed =
          understood(Fixtures.MESSAGES.bundle(bytes("transaction.json"), FhirFormat.JSON));

      assertThat(packed.administration()).isEqualTo(alone.administration());
      assertThat(packed.vaccine()).isEqualTo(alone.vaccine());
      assertThat(packed.batch()).isEqualTo(alone.batch());
    }
  }

  @Nested
  class OfThePerson {

    @Test
    void takesTheBsnFromALogicalReference() {
      assertThat(understood(single("minimal.json")).person().orElseThrow().bsn()).isPresent();
    }

    @Test
    void findsThePatientInTheBundleByALogicalReference() {
      ObjectNode bundle = json("transaction.json");
      ObjectNode patient = Fixtures.resource(bundle, 7).putObject("patient").put("type", "Patient");
      patient
          .putObject("identifier")
          .put("system", "http://fhir.nl/fhir/NamingSystem/bsn")
          .put("value", Fixtures.BSN);

      assertThat(understood(Fixtures.bundle(bundle)).person().orElseThrow().name()).isPresent();
    }

    @Test
    void mayBeLeftOutIfMasked() {
      ReportedVaccination read =
          understood(
              singleMinimal(
                  it ->
                      it.putObject("patient")
                          .putArray("extension")
                          .addObject()
                          .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                          .put("valueCode", "masked")));

      assertThat(read.sharing()).isEqualTo(Sharing.REFUSED);
      assertThat(read.person()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false,REFUSED", "true,AGREED"})
    void sharesAsTheMessageSays(boolean agreed, Sharing sharing) {
      ReportedVaccination read =
          understood(
              singleMinimal(
                  it ->
                      it.putArray("extension")
                          .addObject()
                          .put("url", "urn:cims:fhir:sharing-agreed")
                          .put("valueBoolean", agreed)));

      assertThat(read.sharing()).isEqualTo(sharing);
    }

    @ParameterizedTest
    @CsvSource({
      "'{\"family\":\"Jansen\",\"given\":[\"Piet\"]}', Piet, '', Jansen",
      "'{\"text\":\"Piet Jansen\"}', '', '', Piet Jansen",
      "'{\"given\":[\"Piet\"]}', Piet, '', ''",
    })
    void readsPlainNames(String name, String given, String infix, String surname) {
      ObjectNode message = json("alone.json");
      ObjectNode patient = (ObjectNode) message.withArray("contained").get(0);
      patient.putArray("name").add(Fixtures.JSON.readTree(name));

      assertThat(understood(single(message)).person().orElseThrow().name())
          .contains(new PersonName(given, infix, surname));
    }
  }

  @Nested
  class OfTheDose {

    @ParameterizedTest
    @ValueSource(strings = {"2021", "2021-05", "2021-05-31"})
    void keepsADateAsPreciseAsItIs(String date) {
      assertThat(understood(singleMinimal(it -> it.put("occurrenceDateTime", date))).occurredOn())
          .hasToString(date);
    }

    @Test
    void takesNotApplicableForUnknown() {
      ReportedVaccination read =
          understood(
              singleMinimal(
                  it -> it.putArray("protocolApplied").addObject().put("doseNumberString", "n/a")));

      assertThat(read.administration().dose()).isEmpty();
    }

    @Test
    void keepsTheTextOfAVaccineThatHasNoKnownCode() {
      ReportedVaccination read =
          understood(singleMinimal(it -> it.putObject("vaccineCode").put("text", "Onbekend")));

      assertThat(read.vaccine().codes()).isEmpty();
      assertThat(read.vaccine().text()).isEqualTo("Onbekend");
    }

    @Test
    void fallsBackOnTheOrganisationOfTheLocation() {
      ObjectNode message = json("alone.json");
      message.remove("performer");

      assertThat(understood(single(message)).administration().performer())
          .isEqualTo("GGD regio Voorbeeld");
    }
  }

  @Nested
  class OfTheIntention {

    @Test
    void anUpdateCorrects() {
      assertThat(understood(update(ADDRESS, json("minimal.json"))).intention())
          .isEqualTo(Intention.CORRECT);
    }

    @Test
    void anUpdateToEnteredInErrorWithdraws() {
      ObjectNode message = json("minimal.json").put("status", "entered-in-error");

      assertThat(understood(update(ADDRESS, message)).intention()).isEqualTo(Intention.WITHDRAW);
    }

    @Test
    void refusesAnUpdateOfAnotherIdentifier() {
      assertThat(rejected(update("identifier=a|b", json("minimal.json"))).findings())
          .singleElement()
          .satisfies(it -> assertThat(it.expression()).isEqualTo("Immunization.identifier[0]"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "identifier=",
          "identifier=x",
          "identifier=|x",
          "name=x",
          "identifier=%zz|1"
        })
    void refusesAnAddressThatNamesNothing(String query) {
      assertThat(rejected(update(query, json("minimal.json"))).findings()).hasSize(1);
    }

    private static Reading update(String query, ObjectNode message) {
      return Fixtures.MESSAGES.update(bytes(message), FhirFormat.JSON, query);
    }
  }
}
