// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import nl.cims.registry.intake.fhir.Reading.Part;

/// Reads a Bundle whose structure was checked. In a transaction one bad entry makes the whole bad;
/// in a batch each entry stands for itself.
final class BundleReading {

  private final Element bundle;
  private final Findings findings;
  private final int mostEntries;
  private final References references;
  private final ImmunizationReading immunizations;

  BundleReading(Element bundle, Findings findings, int mostEntries) {
    this.bundle = bundle;
    this.findings = findings;
    this.mostEntries = mostEntries;
    this.references = References.in(bundle, findings);
    this.immunizations = new ImmunizationReading(references, findings);
  }

  Reading read() {
    boolean atomic = bundle.text("type").equals("transaction");
    List<Element> entries = bundle.all("entry");
    whole(atomic, entries);
    if (!findings.about(-1).isEmpty()) {
      return new Reading.Rejected(findings.all());
    }
    List<Part> parts = new ArrayList<>(entries.size());
    Set<SourceIdentifier> seen = new HashSet<>();
    for (Element entry : entries) {
      parts.add(part(entry, atomic, seen));
    }
    return atomic && findings.size() > 0
        ? new Reading.Rejected(findings.all())
        : new Reading.Several(atomic, parts);
  }

  private void whole(boolean atomic, List<Element> entries) {
    if (!bundle.isResource("Bundle")) {
      findings.unacceptable(
          bundle,
          "not-supported",
          "a Bundle is sent here; send a single Immunization to /fhir/Immunization");
      return;
    }
    if (!atomic && !bundle.text("type").equals("batch")) {
      findings.unacceptable(
          bundle.first("type").orElse(bundle),
          "not-supported",
          "send a Bundle of type transaction or batch");
    }
    if (entries.size() > mostEntries) {
      findings.unacceptable(
          bundle,
          "too-costly",
          "a Bundle has at most %d entries; send it in parts".formatted(mostEntries));
    }
    if (entries.stream()
        .noneMatch(
            it -> it.first("resource").filter(r -> r.isResource("Immunization")).isPresent())) {
      findings.missing(bundle, "entry", "the Bundle holds no Immunization; send at least one");
    }
  }

  private Part part(Element entry, boolean atomic, Set<SourceIdentifier> seen) {
    Optional<Element> resource = entry.first("resource");
    Optional<Part> part = Optional.empty();
    if (resource.isEmpty()) {
      findings.missing(
          entry, "resource", "each entry has a resource; nothing can be read or deleted here");
    } else if (resource.get().isResource("Immunization")) {
      part = vaccination(entry, resource.get(), atomic, seen);
    } else if (supports(entry, resource.get())) {
      part = Optional.of(new Part.Supporting());
    }
    List<Finding> wrong = findings.about(entry.index());
    return part.isPresent() && wrong.isEmpty() ? part.get() : new Part.Rejected(wrong);
  }

  private Optional<Part> vaccination(
      Element entry, Element immunization, boolean atomic, Set<SourceIdentifier> seen) {
    Optional<Ask> ask = ask(entry);
    if (ask.isEmpty() || !findings.about(entry.index()).isEmpty()) {
      return Optional.empty();
    }
    Optional<ReportedVaccination> reported = immunizations.read(immunization, ask.get());
    if (reported.isPresent() && !seen.add(reported.get().identifier()) && atomic) {
      findings.unacceptable(
          immunization,
          "invariant",
          "an earlier entry of this transaction is about the same identifier; send one, or a batch");
    }
    return reported.map(it -> new Part.Vaccination(it, ask.get().update()));
  }

  private boolean supports(Element entry, Element resource) {
    if (resource.isResource("Bundle")) {
      findings.unacceptable(
          resource, "not-supported", "a Bundle stands in a Bundle; send it on its own");
      return false;
    }
    String method = entry.first("request").map(it -> it.text("method")).orElse("");
    if (!method.equals("POST") && !method.equals("PUT")) {
      findings.missing(
          entry,
          "request",
          "say POST; such a resource only serves the vaccinations that refer to it");
      return false;
    }
    return true;
  }

  private Optional<Ask> ask(Element entry) {
    Optional<Element> request = entry.first("request");
    String method = request.map(it -> it.text("method")).orElse("");
    String url = request.map(it -> it.text("url")).orElse("");
    if (method.equals("POST") && url.equals("Immunization")) {
      conditions(request.orElse(entry));
      return Optional.of(Ask.create());
    }
    if (method.equals("PUT") && url.startsWith("Immunization?")) {
      Optional<SourceIdentifier> addressed =
          Addresses.identifier(url.substring(url.indexOf('?') + 1));
      if (addressed.isPresent()) {
        conditions(request.orElse(entry));
        return addressed.map(Ask::update);
      }
    }
    findings.missing(
        entry,
        "request",
        "say POST with url Immunization, or PUT with url Immunization?identifier=system|value");
    return Optional.empty();
  }

  private void conditions(Element request) {
    for (String condition : List.of("ifNoneMatch", "ifModifiedSince", "ifMatch", "ifNoneExist")) {
      request
          .first(condition)
          .ifPresent(
              it ->
                  findings.unacceptable(
                      it,
                      "not-supported",
                      "leave this out: the identifier already makes that a repetition has no second effect"));
    }
  }
}
