// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.messages;

import static nl.cims.testkit.messages.Resources.object;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.cims.testkit.messages.Immunizations.References;
import nl.cims.testkit.people.Dose;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import tools.jackson.databind.json.JsonMapper;

/// Turns reports into FHIR R4 messages in JSON: a report always gives the same bytes.
public final class FhirMessages {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final References CONTAINED =
      new References("#patient", "#organization", "#medication");

  private FhirMessages() {}

  /// The two kinds of Bundle that the register takes.
  public enum BundleType {
    /// All or nothing; resources refer to each other across entries.
    TRANSACTION,
    /// Each entry for itself.
    BATCH
  }

  /// One report as an Immunization with everything it refers to contained: a create is a `POST`, a
  /// correction or withdrawal a `PUT` on the identifier.
  public static Message single(Report report) {
    Dose dose = report.dose();
    boolean create = report.kind() == Report.Kind.RECORD;
    return new Message(
        dose.source(),
        create ? "POST" : "PUT",
        "/fhir/" + (create ? "Immunization" : conditional(dose)),
        JSON.writeValueAsString(selfContained(report)),
        1);
  }

  /// Reports of one source in one Bundle.
  ///
  /// @throws IllegalArgumentException if there are none, or not all are the same source's
  public static Message bundle(BundleType type, List<Report> reports) {
    List<Source> senders = reports.stream().map(each -> each.dose().source()).distinct().toList();
    if (senders.size() != 1) {
      throw new IllegalArgumentException("a bundle has reports of exactly one source");
    }
    List<Map<String, Object>> entries =
        switch (type) {
          case BATCH -> reports.stream().map(each -> entry(each, selfContained(each))).toList();
          case TRANSACTION -> linked(reports);
        };
    Map<String, Object> bundle =
        object(
            "resourceType",
            "Bundle",
            "type",
            type == BundleType.BATCH ? "batch" : "transaction",
            "entry",
            entries);
    return new Message(
        senders.getFirst(), "POST", "/fhir", JSON.writeValueAsString(bundle), reports.size());
  }

  private static Map<String, Object> selfContained(Report report) {
    List<Object> contained = new ArrayList<>();
    if (report.dose().sharing() != Dose.Sharing.MASKED) {
      contained.add(named("patient", Resources.patient(report.person())));
    }
    contained.add(named("organization", Resources.organization(report.dose().source())));
    contained.add(named("medication", Resources.medication(report.dose())));
    Map<String, Object> immunization = Immunizations.immunization(report, CONTAINED);
    immunization.put("contained", contained);
    return immunization;
  }

  private static Map<String, Object> named(String id, Map<String, Object> resource) {
    resource.put("id", id);
    return resource;
  }

  /// Each report with entries of its own for the resources that it refers to.
  private static List<Map<String, Object>> linked(List<Report> reports) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Report report : reports) {
      References references =
          new References(
              urn(report, "patient"), urn(report, "organization"), urn(report, "medication"));
      if (report.dose().sharing() != Dose.Sharing.MASKED) {
        entries.add(beside(references.patient(), Resources.patient(report.person())));
      }
      entries.add(
          beside(references.organization(), Resources.organization(report.dose().source())));
      entries.add(beside(references.medication(), Resources.medication(report.dose())));
      entries.add(entry(report, Immunizations.immunization(report, references)));
    }
    return entries;
  }

  private static Map<String, Object> beside(String url, Map<String, Object> resource) {
    return object(
        "fullUrl",
        url,
        "resource",
        resource,
        "request",
        object("method", "POST", "url", resource.getOrDefault("resourceType", "")));
  }

  private static Map<String, Object> entry(Report report, Map<String, Object> immunization) {
    boolean create = report.kind() == Report.Kind.RECORD;
    return object(
        "fullUrl",
        urn(report, "immunization"),
        "resource",
        immunization,
        "request",
        object(
            "method",
            create ? "POST" : "PUT",
            "url",
            create ? "Immunization" : conditional(report.dose())));
  }

  private static String conditional(Dose dose) {
    String token = dose.source().identifierSystem() + "|" + dose.identifier();
    return "Immunization?identifier=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private static String urn(Report report, String part) {
    String name = String.join("|", report.dose().identifier(), report.kind().name(), part);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
