// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.cims.registry.intake.fhir.Element.Form;
import nl.cims.registry.intake.fhir.Grammar.Child;
import nl.cims.registry.intake.fhir.Grammar.Shape;
import org.jspecify.annotations.Nullable;

/// Holds a message against FHIR's structure: nothing that FHIR does not know, nothing twice that
/// may be there once, values of the right form, nothing missing that FHIR wants, and nothing that
/// would change the meaning of what is read (modifier extensions, implicit rules).
final class StructureCheck {

  private static final String ARRAY = "JSON has this element in an array";
  private static final String NO_ARRAY = "JSON has this element in no array";

  /// What may be repeated to the sender as the name of an element: it cannot hold a number that
  /// means somebody.
  private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");

  private final Grammar grammar;
  private final FhirFormat format;
  private final Findings findings;

  StructureCheck(Grammar grammar, FhirFormat format, Findings findings) {
    this.grammar = grammar;
    this.format = format;
    this.findings = findings;
  }

  /// Checks a resource and everything in it.
  void resource(Element element) {
    @Nullable String type = element.resourceType();
    if (type == null) {
      findings.malformed(
          element, "structure", "there is no resource here; JSON needs a resourceType");
      return;
    }
    Optional<Shape> shape = grammar.resource(type);
    if (shape.isEmpty()) {
      findings.unacceptable(
          element,
          "not-supported",
          "the register takes Immunization, with Patient, Practitioner, PractitionerRole, Organization, Location and"
              + " Medication beside it, and no other type of resource; leave this one out");
      return;
    }
    composite(element, shape.get());
  }

  private void composite(Element element, Shape shape) {
    element.beOf(shape.name());
    if (element.form() != Form.NONE) {
      findings.malformed(element, "structure", "this element holds other elements, not a value");
    } else if (element.children().isEmpty()) {
      findings.malformed(element, "structure", "this element is empty; leave it out");
    }
    element.children().forEach(child -> child(element, child, shape));
    for (List<String> names : shape.required()) {
      if (names.stream().noneMatch(name -> element.first(name).isPresent())) {
        findings.missing(element, shortest(names), "FHIR requires this element; send it");
      }
    }
  }

  private void child(Element parent, Element element, Shape shape) {
    Child allowed = shape.child(element.name());
    if (allowed == null) {
      findings.malformed(parent, "structure", unknown(element.name()));
      return;
    }
    if (!allowed.repeats() && element.index() > 0) {
      findings.malformed(element, "structure", "this element may come only once");
    } else if (format == FhirFormat.JSON && element.inArray() != allowed.repeats()) {
      findings.malformed(element, "structure", allowed.repeats() ? ARRAY : NO_ARRAY);
    }
    meaning(element);
    switch (allowed.shape().kind()) {
      case PRIMITIVE -> primitive(element, allowed);
      case COMPOSITE -> composite(element, allowed.shape());
      case RESOURCE -> resource(element);
      case NARRATIVE -> element.beOf("Narrative");
    }
  }

  private void primitive(Element element, Child allowed) {
    String type = allowed.shape().name();
    element.beOf(type);
    @Nullable String value = element.value();
    if (value == null) {
      if (element.extensions().isEmpty()) {
        findings.malformed(element, "structure", "this element has no value; leave it out");
      }
    } else if (!Primitives.written(type, element.form())) {
      findings.malformed(element, "value", "JSON writes a %s otherwise".formatted(type));
    } else if (!Primitives.allows(type, value)) {
      findings.malformed(element, "value", "this is no %s as FHIR writes it".formatted(type));
    } else if (!allowed.allows(value)) {
      findings.malformed(element, "code-invalid", "FHIR does not know this code here");
    }
    if (!element.children().isEmpty()) {
      element.children().forEach(child -> child(element, child, allowed.shape()));
    }
  }

  /// What FHIR forbids to overlook.
  private void meaning(Element element) {
    switch (element.name()) {
      case "modifierExtension" ->
          findings.unacceptable(
              element,
              "extension",
              "the register understands no modifier extension and may not ignore one; leave it out");
      case "implicitRules" ->
          findings.unacceptable(
              element,
              "not-supported",
              "the register knows no implicit rules and may not ignore them; leave them out");
      case "contained" -> {
        if (element.isInside("contained")) {
          findings.malformed(element, "structure", "a contained resource contains no other");
        }
      }
      default -> {
        // Everything else means what FHIR says.
      }
    }
  }

  private static String unknown(String name) {
    return NAME.matcher(name).matches()
        ? "FHIR knows no element '%s' here; leave it out or correct its name".formatted(name)
        : "FHIR knows no element of this name here; leave it out or correct its name";
  }

  private static String shortest(List<String> names) {
    return names.stream().min(Comparator.comparingInt(String::length)).orElse("");
  }
}
