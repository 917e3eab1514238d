// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.registry.intake.fhir.FhirFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// In which format a message comes and in which its answer goes: `_format` decides, then `Accept`,
/// then JSON.
final class Negotiation {

  private static final String FORMAT = "_format=";

  private Negotiation() {}

  /// @throws RequestRefused if the body is neither JSON nor XML, or not in UTF-8
  static FhirFormat ofBody(HttpServletRequest request) {
    try {
      MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
      Optional<FhirFormat> format = FhirFormat.of(type.getType() + "/" + type.getSubtype());
      Charset charset = type.getCharset();
      if (format.isPresent() && (charset == null || charset.equals(StandardCharsets.UTF_8))) {
        return format.get();
      }
    } catch (IllegalArgumentException noMediaType) {
      // The same as one that is not offered.
    }
    throw new RequestRefused(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "not-supported",
        "send Content-Type application/fhir+json or application/fhir+xml, in UTF-8");
  }

  /// @throws RequestRefused if the sender wants neither JSON nor XML
  static FhirFormat ofAnswer(HttpServletRequest request) {
    List<String> asked = parameters(request).filter(it -> it.startsWith(FORMAT)).toList();
    if (!asked.isEmpty()) {
      return FhirFormat.of(decoded(asked.getFirst().substring(FORMAT.length())))
          .orElseThrow(Negotiation::notAcceptable);
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept == null || accept.isBlank() ? FhirFormat.JSON : accepted(accept);
  }

  /// The format for an answer to a request that may be wrong in any way; never fails.
  static FhirFormat ofRefusal(HttpServletRequest request) {
    try {
      return ofAnswer(request);
    } catch (RequestRefused notAcceptable) {
      return FhirFormat.JSON;
    }
  }

  /// What the address asks beside the format of the answer, encoded as it came.
  static String query(HttpServletRequest request) {
    return parameters(request)
        .filter(it -> !it.startsWith(FORMAT))
        .collect(Collectors.joining("&"));
  }

  private static FhirFormat accepted(String accept) {
    try {
      for (MediaType type : sorted(accept)) {
        Optional<FhirFormat> format = FhirFormat.of(type.getType() + "/" + type.getSubtype());
        if (format.isPresent()) {
          return format.get();
        }
        if (type.isWildcardType()
            || (type.isWildcardSubtype() && type.getType().equals("application"))) {
          return FhirFormat.JSON;
        }
      }
    } catch (InvalidMediaTypeException nonsense) {
      // The same as a format that is not offered.
    }
    throw notAcceptable();
  }

  private static List<MediaType> sorted(String accept) {
    return MediaType.parseMediaTypes(accept).stream()
        .filter(type -> type.getQualityValue() > 0)
        .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
        .toList();
  }

  private static Stream<String> parameters(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null || query.isEmpty() ? Stream.empty() : Arrays.stream(query.split("&"));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wronglyEncoded) {
      return "";
    }
  }

  private static RequestRefused notAcceptable() {
    return new RequestRefused(
        HttpStatus.NOT_ACCEPTABLE,
        "not-supported",
        "answers come as application/fhir+json or application/fhir+xml; ask for one of them in Accept or _format");
  }
}
