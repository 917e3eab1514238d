// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination.Vaccine;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.VaccineCode;

/// Reads which vaccine was given, from which batch and maker: from the Immunization itself and from
/// the Medication that the Dutch profiles add to it (`ext-imm-Vaccination.PharmaceuticalProduct`,
/// `ext-Vaccination.PharmaceuticalProduct`).
final class VaccineReading {

  private static final String EXTENSION =
      "http://nictiz.nl/fhir/StructureDefinition/ext-%sVaccination.PharmaceuticalProduct";

  private final Element immunization;
  private final References references;
  private final Findings findings;
  private final Optional<Element> product;

  VaccineReading(Element immunization, References references, Findings findings) {
    this.immunization = immunization;
    this.references = references;
    this.findings = findings;
    this.product = product();
  }

  Vaccine vaccine() {
    List<VaccineCode> codes = new ArrayList<>();
    Optional<Element> concept = immunization.first("vaccineCode");
    Optional<Element> productConcept = product.flatMap(it -> it.first("code"));
    concept.ifPresent(it -> collect(it, codes));
    productConcept.ifPresent(it -> collect(it, codes));
    String text = concept.map(Concepts::label).orElse("");
    if (text.isEmpty()) {
      text = productConcept.map(Concepts::label).orElse("");
    }
    if (codes.isEmpty() && text.isEmpty() && concept.isPresent()) {
      findings.unacceptable(
          concept.get(), "required", "name the vaccine: send a coding, or at least a text");
    }
    return new Vaccine(codes, text);
  }

  Optional<BatchNumber> batch() {
    Optional<Element> lot = immunization.first("lotNumber").filter(it -> it.value() != null);
    Optional<Element> productLot =
        product
            .flatMap(it -> it.first("batch"))
            .flatMap(it -> it.first("lotNumber"))
            .filter(it -> it.value() != null);
    if (lot.isPresent()
        && productLot.isPresent()
        && !value(lot).strip().equals(value(productLot).strip())) {
      findings.unacceptable(
          lot.get(),
          "invariant",
          "the Medication has another lotNumber; send the one that was given in both");
    }
    Optional<Element> sent = lot.or(() -> productLot);
    try {
      return sent.isEmpty() ? Optional.empty() : Optional.of(new BatchNumber(value(sent)));
    } catch (InvalidValue invalid) {
      findings.unacceptable(sent.get(), "value", invalid.rule());
      return Optional.empty();
    }
  }

  String manufacturer() {
    return immunization
        .first("manufacturer")
        .or(() -> product.flatMap(it -> it.first("manufacturer")))
        .map(
            maker ->
                references
                    .target(maker)
                    .map(it -> it.text("name"))
                    .filter(it -> !it.isEmpty())
                    .orElse(maker.text("display")))
        .orElse("");
  }

  private Optional<Element> product() {
    return immunization
        .extension(EXTENSION.formatted("imm-"))
        .or(() -> immunization.extension(EXTENSION.formatted("")))
        .flatMap(it -> it.first("valueReference"))
        .flatMap(references::target)
        .filter(it -> it.isResource("Medication"));
  }

  private void collect(Element concept, List<VaccineCode> codes) {
    for (Element coding : concept.all("coding")) {
      Optional<CodeSystem> system = CodeSystem.byUri(coding.text("system"));
      String code = coding.text("code");
      if (system.isPresent() && !code.isEmpty()) {
        add(coding, system.get(), code, codes);
      }
    }
  }

  private void add(Element coding, CodeSystem system, String code, List<VaccineCode> codes) {
    try {
      VaccineCode sent = new VaccineCode(system, code);
      if (codes.stream().anyMatch(it -> it.system() == system && !it.equals(sent))) {
        findings.unacceptable(
            coding,
            "invariant",
            "two different codes of one system name the vaccine; Immunization.vaccineCode and Medication.code are the same");
      } else if (!codes.contains(sent)) {
        codes.add(sent);
      }
    } catch (InvalidValue invalid) {
      findings.unacceptable(coding, "value", invalid.rule());
    }
  }

  private static String value(Optional<Element> element) {
    String value = element.map(Element::value).orElse("");
    return value;
  }
}
