// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import org.hl7.fhir.r4.model.Resource;

/// A vaccinating party that sends FHIR messages, as the gateway passes them on.
final class FhirSender {

  private static final FhirContext CONTEXT = FhirContext.forR4();
  private static final String SYSTEM = "urn:oid:2.16.840.1.113883.2.4.99.1";
  private static final RegistryProcess REGISTRY = RegistryProcess.running();
  private static final HttpClient GATEWAY = REGISTRY.clientAs("gateway");

  /// A dose that somebody got, in its variants.
  record Dose(
      String id, String bsn, String patient, String status, String vaccine, String lotNumber) {

    Dose batch(String other) {
      return new Dose(id, bsn, patient, status, vaccine, other);
    }

    Dose vaccine(String code) {
      return new Dose(id, bsn, patient, status, code, lotNumber);
    }

    Dose withdrawn() {
      return new Dose(id, bsn, patient, "entered-in-error", vaccine, lotNumber);
    }

    Dose masked() {
      String absent =
          """
          {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}""";
      return new Dose(id, bsn, absent, status, vaccine, lotNumber);
    }

    String address() {
      return "/fhir/Immunization?identifier="
          + URLEncoder.encode(SYSTEM + "|" + id, StandardCharsets.UTF_8);
    }

    String json() {
      return """
      {"resourceType":"Immunization","identifier":[{"system":"%s","value":"%s"}],"status":"%s",
       "vaccineCode":{"coding":[{"system":"urn:oid:2.16.840.1.113883.2.4.4.7","code":"%s"}]},
       "patient":%s,"occurrenceDateTime":"2021-01-08","lotNumber":"%s"}"""
          .formatted(SYSTEM, id, status, vaccine, patient, lotNumber);
    }

    String xml() {
      return CONTEXT
          .newXmlParser()
          .encodeResourceToString(CONTEXT.newJsonParser().parseResource(json()));
    }
  }

  /// A new dose of a new person.
  Dose dose() {
    String bsn = TestNumbers.fresh().reveal();
    String patient =
        """
        {"identifier":{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"%s"}}"""
            .formatted(bsn);
    return new Dose(UUID.randomUUID().toString(), bsn, patient, "completed", "2924528", "EJ6796");
  }

  String bundle(String type, Dose... doses) {
    String entries =
        Arrays.stream(doses)
            .map(
                it ->
                    """
                    {"resource":%s,"request":{"method":"POST","url":"Immunization"}}"""
                        .formatted(it.json()))
            .collect(Collectors.joining(","));
    return """
    {"resourceType":"Bundle","type":"%s","entry":[%s]}"""
        .formatted(type, entries);
  }

  HttpResponse<String> post(String path, String json) {
    return send("POST", path, "application/fhir+json", "", json);
  }

  HttpResponse<String> postXml(String path, String xml) {
    return send("POST", path, "application/fhir+xml", "application/fhir+json", xml);
  }

  HttpResponse<String> put(String path, String json) {
    return send("PUT", path, "application/fhir+json", "", json);
  }

  HttpResponse<String> send(String method, String path, String type, String accept, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(REGISTRY.address(path))
            .header("Authorization", "Bearer " + REGISTRY.tokens().party("ggd-utrecht"))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!accept.isEmpty()) {
      request.header("Accept", accept);
    }
    return REGISTRY.send(GATEWAY, request);
  }

  /// What this person sees of himself.
  String dossier(Dose dose) {
    return REGISTRY
        .send(
            GATEWAY,
            HttpRequest.newBuilder(REGISTRY.address("/citizen/v1/dossier"))
                .header("Authorization", "Bearer " + REGISTRY.tokens().citizen(dose.bsn())))
        .body();
  }

  /// Reads an answer with HAPI's own parser, strictly.
  <R extends Resource> R read(HttpResponse<String> answer, Class<R> type) {
    boolean xml = answer.headers().firstValue("Content-Type").orElse("").contains("xml");
    return (xml ? CONTEXT.newXmlParser() : CONTEXT.newJsonParser())
        .setParserErrorHandler(new StrictErrorHandler())
        .parseResource(type, answer.body());
  }
}
