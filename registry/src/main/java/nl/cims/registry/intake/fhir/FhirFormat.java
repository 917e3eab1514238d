// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.Locale;
import java.util.Optional;

/// The two ways to write FHIR down, with the names by which media types and `_format` know them.
public enum FhirFormat {
  JSON("application/fhir+json"),
  XML("application/fhir+xml");

  private final String mediaType;

  FhirFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /// FHIR's own media type for it.
  public String mediaType() {
    return mediaType;
  }

  /// The format that this media type or short name means, parameters ignored; empty if it is none
  /// of FHIR's.
  public static Optional<FhirFormat> of(String name) {
    int parameters = name.indexOf(';');
    String bare = parameters < 0 ? name : name.substring(0, parameters);
    return switch (bare.strip().toLowerCase(Locale.ROOT)) {
      case "application/fhir+json", "application/json", "text/json", "json" -> Optional.of(JSON);
      case "application/fhir+xml", "application/xml", "text/xml", "xml" -> Optional.of(XML);
      default -> Optional.empty();
    };
  }

  /// @throws Unreadable if the body is not written in this format
  Element read(byte[] body) {
    return switch (this) {
      case JSON -> JsonSyntax.read(body);
      case XML -> XmlSyntax.read(body);
    };
  }
}
