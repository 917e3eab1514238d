// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.List;
import java.util.Optional;
import nl.cims.vocabulary.Agb;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.Ura;

/// Reads who gave the dose: the performer with function AP (administering provider), else one
/// without a function, else the organisation that manages the location. An organisation goes before
/// the person who works there.
final class PerformerReading {

  private static final String FUNCTIONS = "http://terminology.hl7.org/CodeSystem/v2-0443";

  private final References references;
  private final Findings findings;
  private final Optional<Element> actor;
  private final Optional<Element> target;
  private final Optional<Element> employer;
  private final Optional<Element> organization;
  private final Optional<Element> professional;

  PerformerReading(Element immunization, References references, Findings findings) {
    this.references = references;
    this.findings = findings;
    this.actor =
        administering(immunization)
            .flatMap(it -> it.first("actor"))
            .or(
                () ->
                    immunization
                        .first("location")
                        .flatMap(references::target)
                        .flatMap(it -> it.first("managingOrganization")));
    this.target = actor.flatMap(references::target);
    this.employer = target.flatMap(it -> it.first("organization"));
    this.organization = target.flatMap(it -> resource(it, "Organization", "organization"));
    this.professional = target.flatMap(it -> resource(it, "Practitioner", "practitioner"));
  }

  /// The organisation, if the message describes it.
  Optional<Element> organization() {
    return organization;
  }

  /// Name of the organisation, else of the professional, else how the reference is displayed.
  String name() {
    return organization
        .map(it -> it.text("name"))
        .filter(it -> !it.isEmpty())
        .or(() -> professional.map(Names::line).filter(it -> !it.isEmpty()))
        .or(() -> employer.map(it -> it.text("display")).filter(it -> !it.isEmpty()))
        .or(() -> actor.map(it -> it.text("display")))
        .orElse("");
  }

  /// URA of the organisation, else its AGB code, else the AGB code of the professional; empty if
  /// there is none.
  String number() {
    for (Optional<Element> holder : List.of(organization, employer, target, actor, professional)) {
      List<Element> identifiers = holder.map(it -> it.all("identifier")).orElse(List.of());
      Optional<String> ura =
          identifiers.stream()
              .filter(it -> Systems.isUra(it.text("system")))
              .findFirst()
              .map(this::ura);
      Optional<String> number =
          ura.or(
              () ->
                  identifiers.stream()
                      .filter(it -> Systems.isAgb(it.text("system")))
                      .findFirst()
                      .map(this::agb));
      if (number.isPresent()) {
        return number.get();
      }
    }
    return "";
  }

  private static Optional<Element> administering(Element immunization) {
    List<Element> performers = immunization.all("performer");
    return performers.stream()
        .filter(
            it -> it.first("function").filter(f -> Concepts.has(f, FUNCTIONS, "AP")).isPresent())
        .findFirst()
        .or(() -> performers.stream().filter(it -> it.first("function").isEmpty()).findFirst());
  }

  private Optional<Element> resource(Element target, String type, String inRole) {
    if (target.isResource("PractitionerRole")) {
      return target.first(inRole).flatMap(references::target);
    }
    return Optional.of(target).filter(it -> it.isResource(type));
  }

  private String ura(Element identifier) {
    try {
      return "URA:" + new Ura(identifier.text("value"));
    } catch (InvalidValue invalid) {
      findings.unacceptable(identifier, "value", invalid.rule());
      return "";
    }
  }

  private String agb(Element identifier) {
    try {
      return "AGB:" + new Agb(identifier.text("value"));
    } catch (InvalidValue invalid) {
      findings.unacceptable(identifier, "value", invalid.rule());
      return "";
    }
  }
}
