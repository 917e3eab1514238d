// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import nl.cims.gateway.access.ClientCertificate;

/// Who is at the other end of a connection, by his certificate.
///
/// @param certificate that TLS has checked
/// @param name its common name, for the log and for the rate
record Client(ClientCertificate certificate, String name) {

  static Client of(ClientCertificate certificate) {
    return new Client(certificate, commonName(certificate));
  }

  /// The certificate as the registry is told it: RFC 9440's `Client-Cert`.
  String header() {
    try {
      return ":" + Base64.getEncoder().encodeToString(certificate.x509().getEncoded()) + ":";
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException("a certificate from TLS cannot be encoded", impossible);
    }
  }

  private static String commonName(ClientCertificate certificate) {
    try {
      return new LdapName(certificate.x509().getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString().replaceAll("[^\\w.@-]", "_"))
              .findFirst()
              .orElse("-");
    } catch (InvalidNameException noName) {
      return "-";
    }
  }
}
