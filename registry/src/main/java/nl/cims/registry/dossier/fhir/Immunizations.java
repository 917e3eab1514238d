// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.contracts.citizen.AsSent;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.registry.access.Parties;
import nl.cims.registry.catalogue.Disease;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.immunisation.State;
import nl.cims.vocabulary.Agb;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.Ura;
import nl.cims.vocabulary.VaccineCode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationProtocolAppliedComponent;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/// Writes a dose as an Immunization, after `nl-core-Vaccination-event` as far as its source told:
/// what was not sent is left out, and codes stand there as they were sent.
@Component
class Immunizations {

  private static final String FUNCTIONS = "http://terminology.hl7.org/CodeSystem/v2-0443";
  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:[.,]\\d+)?) *(\\S.*)?");
  private static final Pattern PLACE = Pattern.compile("([1-9]\\d?)(?:/([1-9]\\d?))?");

  private final Vaccines vaccines;
  private final Parties parties;

  Immunizations(Vaccines vaccines, Parties parties) {
    this.vaccines = vaccines;
    this.parties = parties;
  }

  /// Without patient and identifier.
  Immunization of(VaccinationView shown, State state, String language) {
    AsSent sent = shown.sent();
    Immunization dose = new Immunization();
    dose.setStatus(ImmunizationStatus.COMPLETED);
    dose.setVaccineCode(vaccine(shown, state, language));
    dose.setOccurrence(new DateTimeType(sent.date()));
    dose.setRecordedElement(new DateTimeType(shown.receivedAt().toString()));
    said(sent.batchNumber()).ifPresent(dose::setLotNumber);
    shown.manufacturer().map(it -> new Reference().setDisplay(it)).ifPresent(dose::setManufacturer);
    said(sent.site()).map(Immunizations::text).ifPresent(dose::setSite);
    said(sent.route()).map(Immunizations::text).ifPresent(dose::setRoute);
    said(sent.quantity()).map(Immunizations::quantity).ifPresent(dose::setDoseQuantity);
    said(sent.note()).ifPresent(it -> dose.addNote().setText(it));
    said(sent.country()).ifPresent(it -> location(dose, it));
    performer(dose, sent);
    origin(dose, shown, state);
    protocol(dose, sent.dose(), state, language);
    return dose;
  }

  /// What its source called it; a mere code is no name.
  private static CodeableConcept vaccine(VaccinationView shown, State state, String language) {
    List<VaccineCode> codes = state.circumstances().codes();
    CodeableConcept vaccine =
        text(
            said(shown.sent().vaccine())
                .filter(it -> codes.stream().noneMatch(code -> code.code().equals(it)))
                .orElseGet(() -> shown.name().in(language)));
    for (VaccineCode code : codes) {
      vaccine.addCoding(new Coding().setSystem(code.system().uri()).setCode(code.code()));
    }
    return vaccine;
  }

  private static void location(Immunization dose, String country) {
    Location location = new Location();
    location.getAddress().setCountry(country);
    dose.setLocation(new Reference(location));
  }

  /// Who gave it: the one with function AP, administering provider.
  private static void performer(Immunization dose, AsSent sent) {
    if (sent.performer().isEmpty() && sent.performerNumber().isEmpty()) {
      return;
    }
    Reference actor = new Reference();
    said(sent.performer()).ifPresent(actor::setDisplay);
    said(sent.performerNumber()).map(Immunizations::number).ifPresent(actor::setIdentifier);
    dose.addPerformer()
        .setFunction(new CodeableConcept(new Coding().setSystem(FUNCTIONS).setCode("AP")))
        .setActor(actor);
  }

  private static Identifier number(String number) {
    int colon = number.indexOf(':');
    String system = number.startsWith("URA:") ? Ura.SYSTEM : Agb.SYSTEM;
    return new Identifier().setSystem(system).setValue(number.substring(colon + 1));
  }

  /// Whether the party that gave it reported it. Where it did not say who gave it, only who
  /// reported it is known.
  private void origin(Immunization dose, VaccinationView shown, State state) {
    String performer = shown.sent().performerNumber();
    boolean itself = !performer.isEmpty() && performer.equals(parties.number(state.source()));
    if (!performer.isEmpty()) {
      dose.setPrimarySource(itself);
    }
    if (!itself) {
      dose.setReportOrigin(text(shown.reportedBy()));
    }
  }

  /// FHIR wants a place in the series; the Dutch profiles write `n/a` where there is none.
  private void protocol(Immunization dose, String place, State state, String language) {
    List<Disease> diseases =
        vaccines.byId(state.product()).map(Product::diseases).orElse(List.of());
    if (place.isEmpty() && diseases.isEmpty()) {
      return;
    }
    ImmunizationProtocolAppliedComponent protocol = dose.addProtocolApplied();
    for (Disease disease : diseases) {
      protocol.addTargetDisease(
          text(disease.name().in(language))
              .addCoding(
                  new Coding().setSystem(CodeSystem.SNOMED.uri()).setCode(disease.snomed())));
    }
    Matcher number = PLACE.matcher(place);
    if (number.matches()) {
      protocol.setDoseNumber(new PositiveIntType(number.group(1)));
      Optional.ofNullable(number.group(2))
          .ifPresent(of -> protocol.setSeriesDoses(new PositiveIntType(of)));
    } else {
      protocol.setDoseNumber(new StringType(place.isEmpty() ? "n/a" : place));
    }
  }

  /// An amount that cannot be read stands there as it was sent, as a unit without a number.
  private static Quantity quantity(String sent) {
    Matcher amount = AMOUNT.matcher(sent);
    if (!amount.matches()) {
      return new Quantity().setUnit(sent);
    }
    Quantity quantity = new Quantity().setUnit(amount.group(2));
    quantity.setValue(new BigDecimal(amount.group(1).replace(',', '.')));
    return quantity;
  }

  private static CodeableConcept text(String text) {
    return new CodeableConcept().setText(text);
  }

  private static Optional<String> said(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
