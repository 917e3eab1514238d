// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import nl.cims.registry.intake.fhir.FhirFormat;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Writes a resource as the body of an answer.
@Component
class FhirWriter {

  private final FhirContext context;

  FhirWriter(FhirContext context) {
    this.context = context;
  }

  ResponseEntity<byte[]> write(HttpStatus status, Resource body, FhirFormat format) {
    return write(status, body, format, new HttpHeaders());
  }

  ResponseEntity<byte[]> write(
      HttpStatus status, Resource body, FhirFormat format, HttpHeaders headers) {
    headers.set(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=UTF-8");
    headers.setCacheControl("no-store");
    return ResponseEntity.status(status).headers(headers).body(bytes(body, format));
  }

  byte[] bytes(Resource body, FhirFormat format) {
    String text =
        switch (format) {
          case JSON -> context.newJsonParser().encodeResourceToString(body);
          case XML -> context.newXmlParser().encodeResourceToString(body);
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
