// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Every address and method under `/fhir` that is not offered: says so in FHIR, where the framework
/// would not.
@RestController
class ElsewhereController {

  private static final Map<String, String> METHODS =
      Map.of(
          "/fhir",
          "POST",
          "/fhir/",
          "POST",
          "/fhir/Immunization",
          "POST, PUT",
          "/fhir/metadata",
          "GET, HEAD");

  @RequestMapping("/fhir/**")
  ResponseEntity<byte[]> refuse(HttpServletRequest request) {
    String allowed = METHODS.get(request.getRequestURI());
    if (allowed == null) {
      throw new RequestRefused(
          HttpStatus.NOT_FOUND,
          "not-found",
          "nothing is offered at this address; see /fhir/metadata for what is");
    }
    throw new RequestRefused(
        HttpStatus.METHOD_NOT_ALLOWED,
        "not-supported",
        "this address takes " + allowed + "; see /fhir/metadata",
        Map.of(HttpHeaders.ALLOW, allowed));
  }
}
