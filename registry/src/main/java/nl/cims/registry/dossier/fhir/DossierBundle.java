// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.PersonView;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.registry.immunisation.State;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/// Writes a dossier as a collection of FHIR resources: the patient, without his citizen service
/// number, and an Immunization for each dose after the report that leads. Everything in it is
/// referred to by a UUID, since the register offers none of it at an address.
@Component
public class DossierBundle {

  /// The naming system of UUIDs (RFC 3986).
  static final String URIS = "urn:ietf:rfc:3986";

  private static final String URN = "urn:uuid:";
  private static final String NAME_PART = "http://hl7.org/fhir/StructureDefinition/humanname-own-";

  private final FhirContext context;
  private final Immunizations immunizations;

  DossierBundle(FhirContext context, Immunizations immunizations) {
    this.context = context;
    this.immunizations = immunizations;
  }

  /// The Bundle in JSON.
  ///
  /// @param document its number
  /// @param dossier what is shown
  /// @param leading the facts behind its vaccinations, in the same order
  /// @param language ISO 639 code of the language in which things are named
  public String json(UUID document, DossierView dossier, List<State> leading, String language) {
    Bundle bundle = new Bundle();
    bundle.setType(BundleType.COLLECTION);
    bundle.setIdentifier(identifier(document.toString()));
    bundle.setTimestampElement(
        new InstantType(dossier.asOf().truncatedTo(ChronoUnit.MILLIS).toString()));
    bundle.setLanguage(language);
    if (dossier.person().isPresent() || !leading.isEmpty()) {
      String patient = UUID.randomUUID().toString();
      add(bundle, patient, dossier.person().map(DossierBundle::patient).orElseGet(Patient::new));
      for (int i = 0; i < leading.size(); i++) {
        VaccinationView shown = dossier.vaccinations().get(i);
        add(
            bundle,
            shown.id(),
            immunizations
                .of(shown, leading.get(i), language)
                .addIdentifier(identifier(shown.id()))
                .setPatient(new Reference(URN + patient)));
      }
    }
    return context.newJsonParser().encodeResourceToString(bundle);
  }

  private static void add(Bundle bundle, String id, Resource resource) {
    resource.setId(id);
    bundle.addEntry().setFullUrl(URN + id).setResource(resource);
  }

  private static Identifier identifier(String uuid) {
    return new Identifier().setSystem(URIS).setValue(URN + uuid);
  }

  private static Patient patient(PersonView person) {
    Patient patient = new Patient();
    patient.addName(name(person));
    patient.setGender(
        switch (person.sex()) {
          case MALE -> AdministrativeGender.MALE;
          case FEMALE -> AdministrativeGender.FEMALE;
          case OTHER -> AdministrativeGender.OTHER;
          case UNKNOWN -> AdministrativeGender.UNKNOWN;
        });
    if (!person.birthDate().isEmpty()) {
      patient.setBirthDateElement(new DateType(person.birthDate()));
    }
    return patient;
  }

  /// As nl-core has it: the family name whole, with its own part and its prefix apart.
  private static HumanName name(PersonView person) {
    HumanName name = new HumanName().setUse(NameUse.OFFICIAL);
    if (!person.givenNames().isEmpty()) {
      name.addGiven(person.givenNames());
    }
    if (!person.surname().isEmpty()) {
      StringType family = new StringType((person.infix() + " " + person.surname()).strip());
      family.addExtension(NAME_PART + "name", new StringType(person.surname()));
      if (!person.infix().isEmpty()) {
        family.addExtension(NAME_PART + "prefix", new StringType(person.infix()));
      }
      name.setFamilyElement(family);
    }
    return name;
  }
}
