// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import static nl.cims.registry.intake.fhir.Fixtures.bundle;
import static nl.cims.registry.intake.fhir.Fixtures.bundleOf;
import static nl.cims.registry.intake.fhir.Fixtures.entry;
import static nl.cims.registry.intake.fhir.Fixtures.json;
import static nl.cims.registry.intake.fhir.Fixtures.minimal;
import static nl.cims.registry.intake.fhir.Fixtures.rejected;
import static nl.cims.registry.intake.fhir.Fixtures.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.fhir.Reading.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.node.ObjectNode;

class BundleReadingTest {

  @Test
  void tellsVaccinationsFromWhatTheyReferTo() {
    Reading.Several several = (Reading.Several) bundle(json("transaction.json"));

    assertThat(several.atomic()).isTrue();
    assertThat(several.parts()).hasSize(8);
    assertThat(several.parts().subList(0, 7)).allMatch(Part.Supporting.class::isInstance);
    assertThat(several.parts().get(7)).isInstanceOf(Part.Vaccination.class);
  }

  @Test
  void readsAnUpdateByTheAddressOfTheEntry() {
    ObjectNode message = bundleOf("transaction", minimal("a"));
    ((ObjectNode) entry(message, 0).get("request"))
        .put("method", "PUT")
        .put("url", "Immunization?identifier=urn:oid:2.16.840.1.113883.2.4.99.1%7Ca");

    assertThat(Fixtures.understood(bundle(message)).intention()).isEqualTo(Intention.CORRECT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void aBadEntrySpoilsATransaction(String what, Consumer<ObjectNode> change, String expression) {
    List<Finding> findings = rejected(bundle(spoilt("transaction", change))).findings();

    assertThat(findings)
        .allSatisfy(it -> assertThat(it.entry()).isEqualTo(1))
        .first()
        .satisfies(it -> assertThat(it.expression()).isEqualTo(expression));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("aBadEntrySpoilsATransaction")
  void aBadEntryOfABatchStandsAlone(String what, Consumer<ObjectNode> change, String expression) {
    Reading.Several several = (Reading.Several) bundle(spoilt("batch", change));

    assertThat(several.parts().get(0)).isInstanceOf(Part.Vaccination.class);
    assertThat(several.parts().get(1)).isInstanceOf(Part.Rejected.class);
    assertThat(several.parts().get(2)).isInstanceOf(Part.Vaccination.class);
  }

  static Stream<Arguments> aBadEntrySpoilsATransaction() {
    return Stream.of(
        bad(
            "no identifier",
            it -> content(it).remove("identifier"),
            "Bundle.entry[1].resource.identifier"),
        bad("an unknown element", it -> content(it).put("x", 1), "Bundle.entry[1].resource"),
        bad("no request", it -> it.remove("request"), "Bundle.entry[1].request"),
        bad("a delete", it -> request(it).put("method", "DELETE"), "Bundle.entry[1].request"),
        bad("another address", it -> request(it).put("url", "Patient"), "Bundle.entry[1].request"),
        bad(
            "a condition",
            it -> request(it).put("ifNoneExist", "identifier=1"),
            "Bundle.entry[1].request.ifNoneExist"),
        bad("no resource", it -> it.remove("resource"), "Bundle.entry[1].resource"),
        bad(
            "a resource that is not taken",
            it ->
                it.putObject("resource").put("resourceType", "Observation").put("status", "final"),
            "Bundle.entry[1].resource"),
        bad(
            "a Bundle",
            it -> it.putObject("resource").put("resourceType", "Bundle").put("type", "batch"),
            "Bundle.entry[1].resource"));
  }

  @Test
  void refusesTwoEntriesAboutOneVaccinationInATransactionOnly() {
    assertThat(rejected(bundle(bundleOf("transaction", minimal("a"), minimal("a")))).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.expression()).isEqualTo("Bundle.entry[1].resource"));
    assertThat(((Reading.Several) bundle(bundleOf("batch", minimal("a"), minimal("a")))).parts())
        .allMatch(Part.Vaccination.class::isInstance);
  }

  @Test
  void refusesReferencesThatCouldMeanTwo() {
    ObjectNode message = json("transaction.json");
    resource(message, 1).put("id", "same");
    resource(message, 6).put("id", "same");

    assertThat(rejected(bundle(message)).findings()).isNotEmpty();
  }

  @Test
  void resolvesReferencesRelativeToTheAddressOfTheEntry() {
    ObjectNode message = json("transaction.json");
    entry(message, 0).put("fullUrl", "https://sender.test/fhir/Patient/77");
    resource(message, 0).remove("id");
    entry(message, 7).put("fullUrl", "https://sender.test/fhir/Immunization/1");
    resource(message, 7).putObject("patient").put("reference", "Patient/77");

    assertThat(Fixtures.understood(bundle(message)).person()).isPresent();
  }

  @Test
  void refusesWhatIsNoTransactionAndNoBatch() {
    assertThat(rejected(bundle(bundleOf("collection", minimal("a")))).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.expression()).isEqualTo("Bundle.type"));
  }

  @Test
  void refusesABundleWithoutVaccinations() {
    assertThat(rejected(bundle(bundleOf("batch"))).findings()).isNotEmpty();
    assertThat(rejected(bundle(minimal("a"))).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("not-supported"));
  }

  @Test
  void refusesMoreEntriesThanAreAllowed() {
    FhirMessages strict =
        new FhirMessages(Fixtures.CONTEXT, new FhirSettings(1, DataSize.ofMegabytes(1)));
    byte[] message = Fixtures.bytes(bundleOf("batch", minimal("a"), minimal("b")));

    assertThat(rejected(strict.bundle(message, FhirFormat.JSON)).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.code()).isEqualTo("too-costly"));
  }

  private static ObjectNode spoilt(String type, Consumer<ObjectNode> change) {
    ObjectNode message = bundleOf(type, minimal("a"), minimal("b"), minimal("c"));
    change.accept(entry(message, 1));
    return message;
  }

  private static ObjectNode content(ObjectNode entry) {
    return (ObjectNode) entry.get("resource");
  }

  private static ObjectNode request(ObjectNode entry) {
    return (ObjectNode) entry.get("request");
  }

  private static Arguments bad(String what, Consumer<ObjectNode> change, String expression) {
    return Arguments.of(what, change, expression);
  }
}
