// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import java.util.Optional;

/// The code systems in which vaccines are named in the messages that reach the register, with their
/// FHIR address and, where there is one, their OID. Sources: Nictiz' vaccination profiles, the
/// G-standaard, and the EU's vaccine value sets, which name a product by its marketing
/// authorisation or, where it has none, by a temporary name.
public enum CodeSystem {
  SNOMED("http://snomed.info/sct", "2.16.840.1.113883.6.96"),
  ATC("http://www.whocc.no/atc", "2.16.840.1.113883.6.73"),
  CVX("http://hl7.org/fhir/sid/cvx", "2.16.840.1.113883.12.292"),
  GPK("urn:oid:2.16.840.1.113883.2.4.4.1", "2.16.840.1.113883.2.4.4.1"),
  HPK("urn:oid:2.16.840.1.113883.2.4.4.7", "2.16.840.1.113883.2.4.4.7"),
  ZI("urn:oid:2.16.840.1.113883.2.4.4.8", "2.16.840.1.113883.2.4.4.8"),
  PRK("urn:oid:2.16.840.1.113883.2.4.4.10", "2.16.840.1.113883.2.4.4.10"),
  RIVM_KIND("urn:oid:2.16.840.1.113883.2.4.4.40.76", "2.16.840.1.113883.2.4.4.40.76"),
  EU_PRODUCT("https://ec.europa.eu/health/documents/community-register/html/", ""),
  EU_TEMPORARY("http://ec.europa.eu/temp/vaccineproductname", "");

  private final String uri;
  private final String oid;

  CodeSystem(String uri, String oid) {
    this.uri = uri;
    this.oid = oid;
  }

  /// The address by which FHIR names the system.
  public String uri() {
    return uri;
  }

  /// The system with this FHIR address, in either of its spellings (`http…` or `urn:oid:…`), or
  /// empty.
  public static Optional<CodeSystem> byUri(String uri) {
    for (CodeSystem system : values()) {
      if (system.uri.equals(uri)
          || (!system.oid.isEmpty() && uri.equals("urn:oid:" + system.oid))) {
        return Optional.of(system);
      }
    }
    return Optional.empty();
  }
}
