// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import java.util.List;
import nl.cims.registry.intake.fhir.FhirFormat;
import nl.cims.registry.intake.fhir.FhirSettings;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ReferenceHandlingPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/// What the register offers in FHIR, in FHIR's own words: exactly what [FhirController] does.
final class Capability {

  private static final List<String> PROFILES =
      List.of(
          "http://nictiz.nl/fhir/StructureDefinition/imm-Vaccination-event",
          "http://nictiz.nl/fhir/StructureDefinition/nl-core-Vaccination-event");

  private static final List<String> BESIDE =
      List.of(
          "Patient", "Practitioner", "PractitionerRole", "Organization", "Location", "Medication");

  private Capability() {}

  static CapabilityStatement statement(FhirSettings settings) {
    CapabilityStatement statement = new CapabilityStatement();
    statement
        .setName("CimsVaccinationReporting")
        .setTitle("Reporting vaccinations to CIMS")
        .setStatus(PublicationStatus.ACTIVE)
        .setDateElement(new DateTimeType("2026-11-22"))
        .setKind(CapabilityStatementKind.INSTANCE)
        .setFhirVersion(FHIRVersion._4_0_1);
    statement.getImplementation().setDescription("The national register of vaccinations");
    for (FhirFormat format : FhirFormat.values()) {
      statement.addFormat(format.mediaType());
    }
    rest(statement.addRest(), settings);
    return statement;
  }

  private static void rest(CapabilityStatementRestComponent rest, FhirSettings settings) {
    rest.setMode(RestfulCapabilityMode.SERVER)
        .setDocumentation(
            "Parties report, correct and withdraw vaccinations. Nothing can be read or searched here. A message of at most"
                + " %d kB; a Bundle of at most %d entries."
                    .formatted(settings.size().toKilobytes(), settings.entries()));
    rest.getSecurity()
        .addService(
            new CodeableConcept(
                new Coding(
                    "http://terminology.hl7.org/CodeSystem/restful-security-service",
                    "OAuth",
                    "OAuth")))
        .setDescription(
            "Mutual TLS, and an access token bound to the certificate with scope vaccination:report");
    immunization(rest.addResource());
    BESIDE.forEach(type -> beside(rest.addResource(), type));
    rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
    rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
  }

  private static void immunization(CapabilityStatementRestResourceComponent resource) {
    resource
        .setType("Immunization")
        .setDocumentation(
            "identifier (system and value) names the vaccination. A create with a known identifier gives the same answer if"
                + " it says the same, else 409. An update corrects; with status entered-in-error it withdraws. Extension"
                + " urn:cims:fhir:sharing-agreed, or patient with data-absent-reason masked, says that the person did not"
                + " agree to share.")
        .setVersioning(ResourceVersionPolicy.NOVERSION)
        .setReadHistory(false)
        .setUpdateCreate(false)
        .setConditionalCreate(false)
        .setConditionalUpdate(true)
        .setConditionalDelete(ConditionalDeleteStatus.NOTSUPPORTED);
    PROFILES.forEach(resource::addSupportedProfile);
    resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
    resource
        .addInteraction()
        .setCode(TypeRestfulInteraction.UPDATE)
        .setDocumentation("By identifier only: PUT Immunization?identifier=system|value");
    resource.addReferencePolicy(ReferenceHandlingPolicy.LOCAL);
    resource.addReferencePolicy(ReferenceHandlingPolicy.LOGICAL);
    resource
        .addSearchParam()
        .setName("identifier")
        .setType(SearchParamType.TOKEN)
        .setDocumentation("Only to name the vaccination that is updated");
  }

  private static void beside(CapabilityStatementRestResourceComponent resource, String type) {
    resource
        .setType(type)
        .setDocumentation(
            "Contained, or as an entry beside the Immunization that refers to it; not kept as a resource of its own");
  }
}
