// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.registry.intake.ReportedVaccination;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The published examples of Nictiz and HL7, where the folder with them stands beside the
/// repository (`shared/data`, or wherever the system property `cims.samples` points). They are not
/// ours, so they are not in it.
class PublishedExamplesTest {

  private static final String NICTIZ = "nictiz-vaccination/examples/";
  private static final List<String> FOLDERS = List.of(NICTIZ, "nl-core/", "hl7-fhir/");

  /// Why each Immunization is refused on its own: none brings its patient along, some lack more.
  private static final Map<String, List<String>> REFUSED_BECAUSE =
      Map.of(
          "1293ac86-6a9e-11ec-0000-020000000000.xml", List.of("Immunization.patient"),
          "39d98ab0-6aca-11ec-0000-020000000000.xml", List.of("Immunization.patient"),
          "imm-Vaccination-event-carenetwork-example.xml", List.of("Immunization.patient"),
          "imm-Vaccination-event-carenetwork-example-2.xml",
              List.of("Immunization.patient", "Immunization.occurrenceDateTime"),
          "nl-core-Vaccination-event-02.xml",
              List.of("Immunization.identifier", "Immunization.patient"),
          "nl-core-Vaccination-event-03.xml",
              List.of("Immunization.identifier", "Immunization.patient"),
          "immunization-example.json", List.of("Immunization.isSubpotent", "Immunization.patient"));

  private static Path samples = Path.of("");

  @BeforeAll
  static void findThem() {
    Optional<Path> found = find();
    assumeTrue(found.isPresent(), "no folder shared/data beside the repository: nothing to read");
    samples = found.get();
  }

  @Test
  void everyFileIsReadForWhatItIs() throws IOException {
    int immunizations = 0;
    for (Path file : files()) {
      List<Finding> findings = Fixtures.rejected(read(file)).findings();
      String name = String.valueOf(file.getFileName());
      if (REFUSED_BECAUSE.containsKey(name)) {
        immunizations++;
        assertThat(findings)
            .as(name)
            .extracting(Finding::expression)
            .containsExactlyInAnyOrderElementsOf(REFUSED_BECAUSE.get(name));
      } else {
        assertThat(findings)
            .as(name)
            .first()
            .satisfies(it -> assertThat(it.code()).isEqualTo("not-supported"));
      }
      assertThat(findings).as(name).allSatisfy(it -> assertThat(it.advice()).isNotBlank());
    }
    assertThat(immunizations).isEqualTo(REFUSED_BECAUSE.size());
  }

  @Test
  void nictizExamplesAreTakenWithAPatientWhoHasABsn() throws IOException {
    Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    for (Path file : files()) {
      if (file.toString().contains("nictiz") && !file.toString().contains("carenetwork")) {
        add(bundle, resource(file));
      }
    }

    Reading.Several several = (Reading.Several) read(bundle);

    List<ReportedVaccination> reported =
        several.parts().stream()
            .filter(Reading.Part.Vaccination.class::isInstance)
            .map(part -> ((Reading.Part.Vaccination) part).reported())
            .toList();
    assertThat(reported).hasSize(2);
    assertThat(reported).allSatisfy(it -> assertThat(it.batch()).isPresent());
    assertThat(reported)
        .allSatisfy(it -> assertThat(it.administration().performerNumber()).startsWith("URA:"));
    assertThat(reported)
        .allSatisfy(it -> assertThat(it.administration().country()).isEqualTo("NL"));
    assertThat(reported.get(1).administration().performer())
        .isEqualTo("Huisartsenpraktijk test 06");
  }

  @Test
  void theOthersAreTakenOnceTheyHaveWhatTheyLack() throws IOException {
    for (String name :
        List.of(
            NICTIZ + "imm-Vaccination-event-carenetwork-example.xml",
            "nl-core/nl-core-Vaccination-event-02.xml",
            "nl-core/nl-core-Vaccination-event-03.xml",
            "hl7-fhir/immunization-example.json")) {
      Bundle bundle = new Bundle().setType(BundleType.BATCH);
      Immunization immunization = (Immunization) resource(samples.resolve(name));
      if (!immunization.hasIdentifier()) {
        immunization.addIdentifier().setSystem("urn:x").setValue(name);
      }
      immunization.setIsSubpotentElement(null);
      add(bundle, immunization);

      Reading.Several several = (Reading.Several) read(bundle);

      assertThat(several.parts().getFirst()).as(name).isInstanceOf(Reading.Part.Vaccination.class);
    }
  }

  private static void add(Bundle bundle, Resource resource) {
    Resource sent = resource;
    if (resource instanceof Patient patient) {
      patient.addIdentifier().setSystem(Systems.BSN).setValue(Fixtures.BSN);
    }
    if (resource instanceof Immunization immunization
        && immunization.getPatient().getReference().matches(".*(nl-core-Patient|example).*")) {
      Reference reference = new Reference();
      reference.getIdentifier().setSystem(Systems.BSN).setValue(Fixtures.BSN);
      immunization.setPatient(reference);
    }
    bundle
        .addEntry()
        .setResource(sent)
        .setFullUrl(
            "https://sender.test/fhir/"
                + resource.fhirType()
                + "/"
                + resource.getIdElement().getIdPart())
        .getRequest()
        .setMethod(HTTPVerb.POST)
        .setUrl(resource.fhirType());
  }

  private static Reading read(Bundle bundle) {
    String text = Fixtures.CONTEXT.newJsonParser().encodeResourceToString(bundle);
    return Fixtures.MESSAGES.bundle(text.getBytes(StandardCharsets.UTF_8), FhirFormat.JSON);
  }

  private static Reading read(Path file) throws IOException {
    return Fixtures.MESSAGES.create(Files.readAllBytes(file), format(file));
  }

  private static Resource resource(Path file) throws IOException {
    IParser parser =
        format(file) == FhirFormat.XML
            ? Fixtures.CONTEXT.newXmlParser()
            : Fixtures.CONTEXT.newJsonParser();
    return (Resource) parser.parseResource(Files.readString(file));
  }

  private static FhirFormat format(Path file) {
    return file.toString().endsWith(".xml") ? FhirFormat.XML : FhirFormat.JSON;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> inside = Files.list(samples.resolve(folder))) {
        inside.sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static Optional<Path> find() {
    String given = System.getProperty("cims.samples", "");
    if (!given.isEmpty()) {
      return Optional.of(Path.of(given)).filter(Files::isDirectory);
    }
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path beside = here.resolve("shared/data");
      if (Files.isDirectory(beside.resolve(NICTIZ))) {
        return Optional.of(beside);
      }
    }
    return Optional.empty();
  }
}
