// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import nl.cims.registry.intake.fhir.FhirFormat;
import nl.cims.registry.intake.fhir.FhirSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says what the register offers in FHIR.
@RestController
class CapabilityController {

  private final Map<FhirFormat, byte[]> statement = new EnumMap<>(FhirFormat.class);

  CapabilityController(FhirWriter writer, FhirSettings settings) {
    for (FhirFormat format : FhirFormat.values()) {
      statement.put(format, writer.bytes(Capability.statement(settings), format));
    }
  }

  /// The CapabilityStatement; it holds nothing about anybody, so it may be kept for an hour.
  @GetMapping("/fhir/metadata")
  ResponseEntity<byte[]> metadata(HttpServletRequest request) {
    FhirFormat format = Negotiation.ofAnswer(request);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .body(statement.get(format));
  }
}
