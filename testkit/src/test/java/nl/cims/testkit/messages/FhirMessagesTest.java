// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.cims.testkit.messages.FhirMessages.BundleType;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.TestCitizen;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FhirMessagesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void aDoseContainsWhatItRefersTo() {
    JsonNode immunization = tree(first(TestCitizen.LONG_NAME));
    assertThat(immunization.at("/patient/reference").asString()).isEqualTo("#patient");
    JsonNode patient = immunization.at("/contained/0");
    assertThat(patient.at("/id").asString()).isEqualTo("patient");
    assertThat(patient.at("/name/0/given")).hasSize(5);
    assertThat(patient.at("/name/0/_family/extension/0/valueString").asString())
        .isEqualTo("van der");
    assertThat(immunization.at("/vaccineCode/coding/0/system").asString()).isNotEmpty();
  }

  @Test
  void aBirthDateOfWhichOnlyTheYearIsKnownStaysSo() {
    assertThat(tree(first(TestCitizen.PARTIAL_BIRTH_DATE)).at("/contained/0/birthDate").asString())
        .isEqualTo("1961");
  }

  @Test
  void aCorrectionIsAnUpdateOnTheIdentifier() {
    Message update = FhirMessages.single(TestCitizen.CORRECTED.reports().getLast());
    assertThat(update.method()).isEqualTo("PUT");
    assertThat(update.path()).startsWith("/fhir/Immunization?identifier=urn%3Acims%3Ademo");
  }

  @Test
  void aWithdrawalIsAnUpdateToEnteredInError() {
    Message update = FhirMessages.single(TestCitizen.WITHDRAWN.reports().getLast());
    assertThat(update.method()).isEqualTo("PUT");
    assertThat(tree(update).at("/status").asString()).isEqualTo("entered-in-error");
  }

  @Test
  void aRefusalTravelsAlong() {
    assertThat(tree(first(TestCitizen.CONSENT_REFUSED)).at("/extension/1/valueBoolean").asBoolean())
        .isFalse();
  }

  @Test
  void aMaskedDoseNamesNobody() {
    Report masked =
        Population.town()
            .reports()
            .filter(report -> report.dose().sharing().name().equals("MASKED"))
            .findFirst()
            .orElseThrow();
    assertThat(FhirMessages.single(masked).body()).doesNotContain(masked.person().bsn().reveal());
    assertThat(FhirMessages.bundle(BundleType.TRANSACTION, List.of(masked)).body())
        .doesNotContain(masked.person().bsn().reveal());
  }

  @Test
  void aTransactionLinksItsEntries() {
    JsonNode bundle =
        tree(
            FhirMessages.bundle(
                BundleType.TRANSACTION, TestCitizen.REPORTED_TWICE.reports().subList(0, 1)));
    assertThat(bundle.at("/entry")).hasSize(4);
    assertThat(bundle.at("/entry/3/resource/patient/reference").asString())
        .isEqualTo(bundle.at("/entry/0/fullUrl").asString());
  }

  @Test
  void aBundleIsOfOneSource() {
    List<Report> mixed =
        List.of(
            TestCitizen.REPORTED_TWICE.reports().getFirst(),
            TestCitizen.CHILDHOOD.reports().getFirst());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FhirMessages.bundle(BundleType.BATCH, mixed));
  }

  private static Message first(TestCitizen citizen) {
    return FhirMessages.single(citizen.reports().getFirst());
  }

  private static JsonNode tree(Message message) {
    return JSON.readTree(message.body());
  }
}
