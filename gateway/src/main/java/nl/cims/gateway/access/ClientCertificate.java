// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// The certificate by which a caller proved himself in the TLS handshake; TLS has checked its
/// chain.
///
/// @param thumbprint SHA-256 of its DER bytes in base64url, as `x5t#S256` (RFC 8705) has it
/// @param x509 the certificate itself
public record ClientCertificate(String thumbprint, X509Certificate x509) {

  private static final String SERVLET_ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

  /// The certificate on the connection of this request, if there is one.
  static Optional<ClientCertificate> of(HttpServletRequest request) {
    return request.getAttribute(SERVLET_ATTRIBUTE) instanceof X509Certificate[] chain
            && chain.length > 0
        ? Optional.of(of(chain[0]))
        : Optional.empty();
  }

  /// This certificate.
  public static ClientCertificate of(X509Certificate certificate) {
    return new ClientCertificate(thumbprint(certificate), certificate);
  }

  /// Whether it is valid at this moment: a connection can outlive its certificate.
  public boolean isValidAt(Instant now) {
    return !now.isBefore(x509.getNotBefore().toInstant())
        && !now.isAfter(x509.getNotAfter().toInstant());
  }

  private static String thumbprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException | CertificateEncodingException impossible) {
      throw new IllegalStateException("a certificate from TLS has no thumbprint", impossible);
    }
  }
}
