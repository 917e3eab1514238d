// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2.web;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/// The certificate by which a caller proved himself to the gateway, as the gateway tells it in the
/// header `Client-Cert` (RFC 9440). The gateway takes no such header from outside.
final class ClientCertificate {

  static final String HEADER = "Client-Cert";

  private ClientCertificate() {}

  /// To whom it was given; empty if the header holds no certificate.
  ///
  /// @param header base64 of the DER bytes between two colons
  static Optional<X500Principal> subject(String header) {
    if (!header.matches(":[A-Za-z0-9+/]+=*:")) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getDecoder().decode(header.substring(1, header.length() - 1));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return Optional.of(certificate.getSubjectX500Principal());
    } catch (CertificateException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
