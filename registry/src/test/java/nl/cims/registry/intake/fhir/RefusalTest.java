// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import static nl.cims.registry.intake.fhir.Fixtures.rejected;
import static nl.cims.registry.intake.fhir.Fixtures.single;
import static nl.cims.registry.intake.fhir.Fixtures.singleMinimal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.cims.registry.intake.fhir.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// Each message that cannot be taken is refused with the element and the reason.
class RefusalTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void namesElementAndReason(
      String what, Consumer<ObjectNode> change, Kind kind, String code, String expression) {
    List<Finding> findings = rejected(singleMinimal(change)).findings();

    assertThat(findings)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.kind()).isEqualTo(kind);
              assertThat(it.code()).isEqualTo(code);
              assertThat(it.expression()).isEqualTo(expression);
              assertThat(it.advice()).isNotBlank().doesNotContain("CANARY", Fixtures.BSN);
            });
  }

  static Stream<Arguments> namesElementAndReason() {
    return Stream.concat(ofFhir(), ofTheRegister());
  }

  private static Stream<Arguments> ofFhir() {
    return Stream.of(
        malformed(
            "an unknown element", it -> it.put("vaccine", "CANARY"), "structure", "Immunization"),
        malformed(
            "an unknown element deep inside",
            it -> ((ObjectNode) it.get("vaccineCode")).putArray("codings").add("CANARY"),
            "structure",
            "Immunization.vaccineCode"),
        malformed(
            "a value in place of an object",
            it -> it.put("vaccineCode", "CANARY"),
            "structure",
            "Immunization.vaccineCode"),
        malformed(
            "an object in place of an array",
            it -> it.putObject("note").put("text", "CANARY"),
            "structure",
            "Immunization.note"),
        malformed(
            "an array in place of an object",
            it -> it.putArray("site").addObject().put("text", "CANARY"),
            "structure",
            "Immunization.site[0]"),
        malformed(
            "a number as text",
            it -> it.putObject("doseQuantity").put("value", "0.5"),
            "value",
            "Immunization.doseQuantity.value"),
        malformed(
            "text as a truth value",
            it -> it.put("primarySource", "true"),
            "value",
            "Immunization.primarySource"),
        malformed(
            "a date that is none",
            it -> it.put("occurrenceDateTime", "CANARY"),
            "value",
            "Immunization.occurrenceDateTime"),
        malformed(
            "a time without a zone",
            it -> it.put("occurrenceDateTime", "2021-05-31T10:00:00"),
            "value",
            "Immunization.occurrenceDateTime"),
        malformed(
            "a status that FHIR has not",
            it -> it.put("status", "CANARY"),
            "code-invalid",
            "Immunization.status"),
        malformed(
            "an empty text", it -> it.put("lotNumber", " "), "value", "Immunization.lotNumber"),
        malformed("an empty object", it -> it.putObject("site"), "structure", "Immunization.site"));
  }

  private static Stream<Arguments> ofTheRegister() {
    return Stream.of(
        refused(
            "no identifier", it -> it.remove("identifier"), "required", "Immunization.identifier"),
        refused(
            "an identifier without a system",
            it -> ((ObjectNode) it.withArray("identifier").get(0)).remove("system"),
            "required",
            "Immunization.identifier"),
        refused(
            "an identifier that is a BSN",
            it -> ((ObjectNode) it.withArray("identifier").get(0)).put("system", Systems.BSN),
            "value",
            "Immunization.identifier[0]"),
        refused(
            "an identifier that is too long",
            it -> ((ObjectNode) it.withArray("identifier").get(0)).put("value", "x".repeat(201)),
            "too-long",
            "Immunization.identifier[0]"),
        refused("no status", it -> it.remove("status"), "required", "Immunization.status"),
        refused(
            "not done", it -> it.put("status", "not-done"), "business-rule", "Immunization.status"),
        refused(
            "a withdrawal as a create",
            it -> it.put("status", "entered-in-error"),
            "business-rule",
            "Immunization.status"),
        refused(
            "no vaccine", it -> it.remove("vaccineCode"), "required", "Immunization.vaccineCode"),
        refused(
            "a vaccine without name",
            it ->
                it.putObject("vaccineCode")
                    .putArray("extension")
                    .addObject()
                    .put("url", "urn:x")
                    .put("valueCode", "x"),
            "required",
            "Immunization.vaccineCode"),
        refused(
            "a vaccine code with blanks",
            it -> ((ObjectNode) it.at("/vaccineCode/coding/0")).put("code", "2 8"),
            "value",
            "Immunization.vaccineCode.coding[0]"),
        refused(
            "no date",
            it -> it.remove("occurrenceDateTime"),
            "required",
            "Immunization.occurrenceString"),
        refused(
            "a date in words",
            it -> it.put("occurrenceString", "CANARY").remove("occurrenceDateTime"),
            "not-supported",
            "Immunization.occurrenceString"),
        refused(
            "a day that does not exist",
            it -> it.put("occurrenceDateTime", "2021-02-30"),
            "value",
            "Immunization.occurrenceDateTime"),
        refused(
            "a date that is absent",
            RefusalTest::absentDate,
            "required",
            "Immunization.occurrenceDateTime"),
        refused("no patient", it -> it.remove("patient"), "required", "Immunization.patient"),
        refused(
            "a patient who is elsewhere",
            it -> it.putObject("patient").put("reference", "Patient/CANARY"),
            "not-found",
            "Immunization.patient"),
        refused(
            "a BSN that is none",
            it -> ((ObjectNode) it.at("/patient/identifier")).put("value", "999990018"),
            "value",
            "Immunization.patient.identifier.value"),
        refused(
            "a batch number that is too long",
            it -> it.put("lotNumber", "x".repeat(61)),
            "value",
            "Immunization.lotNumber"),
        refused(
            "a modifier extension",
            RefusalTest::modifier,
            "extension",
            "Immunization.modifierExtension[0]"),
        refused(
            "implicit rules",
            it -> it.put("implicitRules", "urn:x"),
            "not-supported",
            "Immunization.implicitRules"),
        refused(
            "a subpotent dose",
            it -> it.put("isSubpotent", true),
            "not-supported",
            "Immunization.isSubpotent"),
        refused(
            "a reference to nothing",
            it -> it.putObject("location").put("reference", "#CANARY"),
            "not-found",
            "Immunization.location"));
  }

  @Test
  void namesEveryElementAtOnce() {
    List<Finding> findings =
        rejected(
                singleMinimal(
                    it -> {
                      it.remove("identifier");
                      it.put("status", "not-done").put("lotNumber", "x".repeat(61));
                    }))
            .findings();

    assertThat(findings)
        .extracting(Finding::expression)
        .containsExactlyInAnyOrder(
            "Immunization.identifier", "Immunization.status", "Immunization.lotNumber");
  }

  @Test
  void neverRepeatsANameThatIsNoName() {
    assertThat(rejected(singleMinimal(it -> it.put("999990019", "x"))).findings().toString())
        .doesNotContain("999990019");
  }

  @Test
  void refusesAnotherResource() {
    ObjectNode patient = Fixtures.JSON.createObjectNode();
    patient.put("resourceType", "Patient").put("birthDate", "1985");

    assertThat(rejected(single(patient)).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("not-supported"));
  }

  @Test
  void refusesTwoCodesOfOneSystem() {
    ObjectNode message = Fixtures.json("alone.json");
    ((ObjectNode) message.at("/contained/5/code/coding/0")).put("code", "2924536");

    assertThat(rejected(single(message)).findings())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.expression()).isEqualTo("Immunization.contained[5].code.coding[0]"));
  }

  @Test
  void refusesTwoBatchNumbers() {
    ObjectNode message = Fixtures.json("alone.json");
    message.put("lotNumber", "OTHER");

    assertThat(rejected(single(message)).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.expression()).isEqualTo("Immunization.lotNumber"));
  }

  private static Arguments malformed(
      String what, Consumer<ObjectNode> change, String code, String expression) {
    return Arguments.of(what, change, Kind.MALFORMED, code, expression);
  }

  private static Arguments refused(
      String what, Consumer<ObjectNode> change, String code, String expression) {
    return Arguments.of(what, change, Kind.UNACCEPTABLE, code, expression);
  }

  private static void absentDate(ObjectNode message) {
    message.remove("occurrenceDateTime");
    message
        .putObject("_occurrenceDateTime")
        .putArray("extension")
        .addObject()
        .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
        .put("valueCode", "unknown");
  }

  private static void modifier(ObjectNode message) {
    message.putArray("modifierExtension").addObject().put("url", "urn:x").put("valueCode", "x");
  }
}
