// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.cims.registry.intake.ReportedVaccination.Administration;

/// Reads how and where the dose was given.
final class AdministrationReading {

  private static final String CODE_SPECIFICATION =
      "http://nictiz.nl/fhir/StructureDefinition/ext-CodeSpecification";
  private static final String COUNTRIES = "urn:iso:std:iso:3166";

  private final Element immunization;
  private final References references;

  AdministrationReading(Element immunization, References references) {
    this.immunization = immunization;
    this.references = references;
  }

  Administration read(String manufacturer, PerformerReading performer) {
    return new Administration(
        manufacturer,
        performer.name(),
        performer.number(),
        country(performer),
        dose(),
        immunization.first("site").map(Concepts::label).orElse(""),
        immunization.first("route").map(Concepts::label).orElse(""),
        immunization.first("doseQuantity").map(AdministrationReading::quantity).orElse(""),
        note());
  }

  private String country(PerformerReading performer) {
    String country =
        immunization
            .first("location")
            .flatMap(references::target)
            .map(location -> country(location.all("address")))
            .orElse("");
    return country.isEmpty()
        ? performer.organization().map(it -> country(it.all("address"))).orElse("")
        : country;
  }

  /// The code where there is one; a name of a country stays in the message only.
  private static String country(List<Element> addresses) {
    for (Element address : addresses) {
      Optional<Element> country = address.first("country");
      String code =
          country
              .flatMap(it -> it.extension(CODE_SPECIFICATION))
              .flatMap(it -> it.first("valueCodeableConcept"))
              .flatMap(it -> it.first("coding"))
              .filter(it -> it.text("system").startsWith(COUNTRIES))
              .map(it -> it.text("code"))
              .orElse(address.text("country"));
      if (code.matches("[A-Za-z]{2}")) {
        return code.toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }

  private String dose() {
    for (Element protocol : immunization.all("protocolApplied")) {
      String number = known(protocol, "doseNumber");
      String series = known(protocol, "seriesDoses");
      if (!number.isEmpty()) {
        return series.isEmpty() ? number : number + "/" + series;
      }
    }
    return "";
  }

  /// The Dutch profiles send `n/a` where FHIR wants a number and there is none.
  private static String known(Element protocol, String name) {
    String number = protocol.text(name + "PositiveInt");
    String text = number.isEmpty() ? protocol.text(name + "String").strip() : number;
    return text.equalsIgnoreCase("n/a") ? "" : text;
  }

  private static String quantity(Element quantity) {
    String unit = quantity.text("unit").isEmpty() ? quantity.text("code") : quantity.text("unit");
    return (quantity.text("comparator") + quantity.text("value") + " " + unit).strip();
  }

  private String note() {
    return immunization.all("note").stream()
        .map(note -> note.text("text"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
