// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The FHIR addresses of the running register, as a vaccinating party meets them behind the
/// gateway.
class FhirIT {

  private final FhirSender party = new FhirSender();
  private final FhirSender.Dose dose = party.dose();

  @Nested
  class OneVaccination {

    @Test
    void isRecordedWithAReceipt() {
      HttpResponse<String> answer = party.post("/fhir/Immunization", dose.json());

      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(header(answer, "Location")).startsWith("/fhir/Immunization/");
      assertThat(header(answer, "Content-Type")).startsWith("application/fhir+json");
      OperationOutcome outcome = party.read(answer, OperationOutcome.class);
      assertThat(outcome.getIssueFirstRep().getSeverity()).isEqualTo(IssueSeverity.INFORMATION);
      assertThat(outcome.getIssueFirstRep().getDiagnostics())
          .contains(header(answer, "CIMS-Receipt"));
      assertThat(party.dossier(dose)).contains("COVID-19", "EJ6796");
    }

    @Test
    void givesTheSameAnswerWheneverAndHoweverItComesAgain() {
      HttpResponse<String> first = party.post("/fhir/Immunization", dose.json());
      HttpResponse<String> again = party.post("/fhir/Immunization", dose.json());
      HttpResponse<String> xml = party.postXml("/fhir/Immunization", dose.xml());

      for (HttpResponse<String> answer : List.of(again, xml)) {
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(first.body());
        assertThat(header(answer, "Location")).isEqualTo(header(first, "Location"));
        assertThat(header(answer, "CIMS-Receipt")).isEqualTo(header(first, "CIMS-Receipt"));
      }
    }

    @Test
    void isAConflictIfItSaysSomethingElse() {
      party.post("/fhir/Immunization", dose.json());
      HttpResponse<String> answer = party.post("/fhir/Immunization", dose.batch("OTHER").json());

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(issue(answer)).startsWith("conflict Immunization.identifier").contains("PUT");
    }

    @Test
    void isCorrectedAndWithdrawn() {
      HttpResponse<String> first = party.post("/fhir/Immunization", dose.json());
      HttpResponse<String> corrected = party.put(dose.address(), dose.batch("FF9942").json());

      assertThat(corrected.statusCode()).isEqualTo(200);
      assertThat(header(corrected, "Location")).isEqualTo(header(first, "Location"));
      assertThat(party.dossier(dose)).contains("FF9942").doesNotContain("EJ6796");

      HttpResponse<String> withdrawn = party.put(dose.address(), dose.withdrawn().json());
      assertThat(withdrawn.statusCode()).isEqualTo(200);
      assertThat(party.dossier(dose)).doesNotContain("FF9942");
      assertThat(party.put(dose.address(), dose.batch("LATE").json()).statusCode()).isEqualTo(409);
    }

    @Test
    void isParkedIfItsCorrectionComesFirst() {
      HttpResponse<String> parked = party.put(dose.address(), dose.json());

      assertThat(parked.statusCode()).isEqualTo(202);
      assertThat(parked.body()).contains("not-found", "Immunization.identifier");
    }

    @Test
    void isPutAsideIfTheVaccineIsUnknown() {
      HttpResponse<String> answer = party.post("/fhir/Immunization", dose.vaccine("0000").json());

      assertThat(answer.statusCode()).isEqualTo(202);
      OperationOutcome outcome = party.read(answer, OperationOutcome.class);
      assertThat(outcome.getIssue())
          .extracting(it -> it.getSeverity())
          .containsExactly(IssueSeverity.INFORMATION, IssueSeverity.WARNING);
      assertThat(outcome.getIssue().get(1).getExpression().getFirst().getValue())
          .isEqualTo("Immunization.vaccineCode");
    }

    @Test
    void isKeptWithoutThePersonIfHeDidNotAgree() {
      HttpResponse<String> answer = party.post("/fhir/Immunization", dose.masked().json());

      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.body()).contains("without the person");
      assertThat(party.dossier(dose)).doesNotContain("EJ6796");
    }
  }

  @Nested
  class BadInput {

    @Test
    void thatIsNoFhirIsMalformed() {
      HttpResponse<String> answer =
          party.post("/fhir/Immunization", dose.json().replace("\"status\"", "\"state\""));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(issue(answer)).startsWith("structure Immunization ").contains("'state'");
      assertThat(answer.body()).doesNotContain(dose.bsn());
    }

    @Test
    void thatTheRegisterCannotTakeIsUnprocessable() {
      HttpResponse<String> answer =
          party.post("/fhir/Immunization", dose.json().replace(dose.bsn(), "123456789"));

      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(issue(answer)).startsWith("value Immunization.patient.identifier.value");
      assertThat(answer.body()).doesNotContain("123456789");
    }

    @Test
    void thatIsTooLongIsNotReadToTheEnd() {
      String message = dose.json().replace("EJ6796", "x".repeat(6_000_000));

      assertThat(issue(party.post("/fhir/Immunization", message))).startsWith("too-long");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
      "POST,/fhir/Immunization,text/plain,application/fhir+json,415",
      "POST,/fhir/Immunization,application/x-www-form-urlencoded,application/fhir+json,415",
      "POST,/fhir/Immunization,application/fhir+json;charset=UTF-16,application/fhir+json,415",
      "POST,/fhir/Immunization,nonsense,application/fhir+json,415",
      "POST,/fhir/Immunization,application/fhir+json,text/html,406",
      "POST,/fhir/Immunization?_format=turtle,application/fhir+json,*/*,406",
      "POST,/fhir/Immunization,application/fhir+json,nonsense,406",
      "GET,/fhir/Immunization,application/fhir+json,*/*,405",
      "DELETE,/fhir/Immunization,application/fhir+json,*/*,405",
      "GET,/fhir,application/fhir+json,*/*,405",
      "PUT,/fhir,application/fhir+json,*/*,405",
      "POST,/fhir/metadata,application/fhir+json,*/*,405",
      "GET,/fhir/Immunization/1,application/fhir+json,*/*,404",
      "POST,/fhir/Patient,application/fhir+json,*/*,404",
      "PUT,/fhir/Immunization,application/fhir+json,*/*,422",
      "POST,/fhir/Immunization,application/fhir+json,*/*,400",
      "POST,/fhir,application/fhir+xml,*/*,400",
    })
    void isAnsweredInFhir(String method, String path, String type, String accept, int status) {
      HttpResponse<String> answer = party.send(method, path, type, accept, "CANARY");

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(party.read(answer, OperationOutcome.class).getIssueFirstRep().getDiagnostics())
          .isNotBlank()
          .doesNotContain("CANARY");
      if (status == 405) {
        assertThat(header(answer, "Allow")).isNotBlank();
      }
    }
  }

  @Nested
  class Several {

    @Test
    void areTakenTogetherInATransaction() {
      FhirSender.Dose other = party.dose();
      Bundle answer =
          party.read(party.post("/fhir", party.bundle("transaction", dose, other)), Bundle.class);

      assertThat(answer.getType()).isEqualTo(Bundle.BundleType.TRANSACTIONRESPONSE);
      assertThat(statuses(answer)).containsExactly("201 Created", "201 Created");
      assertThat(answer.getEntry().get(1).getResponse().getLocation()).startsWith("Immunization/");
      assertThat(party.dossier(other)).contains("EJ6796");
    }

    @Test
    void giveTheSameAnswerAgain() {
      String message = party.bundle("transaction", dose, party.dose());

      assertThat(party.post("/fhir", message).body())
          .isEqualTo(party.post("/fhir", message).body());
    }

    @Test
    void areAllRefusedInATransactionIfOneIs() {
      FhirSender.Dose known = party.dose();
      party.post("/fhir/Immunization", known.json());
      HttpResponse<String> answer =
          party.post("/fhir", party.bundle("transaction", dose, known.batch("OTHER")));

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(issue(answer)).startsWith("conflict Bundle.entry[1].resource.identifier");
      assertThat(party.dossier(dose)).doesNotContain("EJ6796");
    }

    @Test
    void standForThemselvesInABatch() {
      FhirSender.Dose known = party.dose();
      party.post("/fhir/Immunization", known.json());
      Bundle answer =
          party.read(
              party.post(
                  "/fhir",
                  party.bundle("batch", dose, known.batch("OTHER"), party.dose().batch(" "))),
              Bundle.class);

      assertThat(answer.getType()).isEqualTo(Bundle.BundleType.BATCHRESPONSE);
      assertThat(statuses(answer))
          .containsExactly("201 Created", "409 Conflict", "400 Bad Request");
      assertThat(party.dossier(dose)).contains("EJ6796");
    }
  }

  @Nested
  class Offer {

    @ParameterizedTest
    @MethodSource("nl.cims.registry.intake.fhir.web.FhirIT#formats")
    void isStatedInBothFormats(String path, String accept, String type) {
      HttpResponse<String> answer = party.send("GET", path, "", accept, "");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).startsWith(type);
      CapabilityStatement statement = party.read(answer, CapabilityStatement.class);
      CapabilityStatementRestResourceComponent resource =
          statement.getRestFirstRep().getResourceFirstRep();
      assertThat(resource.getType()).isEqualTo("Immunization");
      assertThat(resource.getInteraction())
          .extracting(it -> it.getCode().toCode())
          .containsExactly("create", "update");
      assertThat(statement.getRestFirstRep().getInteraction())
          .extracting(it -> it.getCode().toCode())
          .containsExactly("transaction", "batch");
    }
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        Arguments.of("/fhir/metadata", "*/*", "application/fhir+json"),
        Arguments.of("/fhir/metadata", "application/fhir+xml;q=0.5", "application/fhir+xml"),
        Arguments.of("/fhir/metadata?_format=xml", "*/*", "application/fhir+xml"),
        Arguments.of(
            "/fhir/metadata?_format=application/fhir+json", "text/html", "application/fhir+json"));
  }

  private String issue(HttpResponse<String> answer) {
    OperationOutcome.OperationOutcomeIssueComponent issue =
        party.read(answer, OperationOutcome.class).getIssueFirstRep();
    String place = issue.hasExpression() ? issue.getExpression().getFirst().getValue() : "";
    return issue.getCode().toCode() + " " + place + " " + issue.getDiagnostics();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static List<String> statuses(Bundle answer) {
    return answer.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResponse)
        .map(BundleEntryResponseComponent::getStatus)
        .toList();
  }
}
