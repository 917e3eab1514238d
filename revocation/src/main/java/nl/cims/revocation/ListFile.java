// SPDX-License-Identifier: EUPL-1.2
package nl.cims.revocation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// One list as it stands in a file.
///
/// @param crl signed by an authority that is trusted
/// @param changed when the file was written
record ListFile(X509CRL crl, FileTime changed) {

  /// Reads a list and checks who signed it.
  ///
  /// @throws CRLException if nobody who is trusted signed it, or it is a part of a list only
  static ListFile read(Path file, Collection<X509Certificate> authorities)
      throws IOException, GeneralSecurityException {
    FileTime changed = Files.getLastModifiedTime(file);
    try (InputStream in = Files.newInputStream(file)) {
      X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
      if (crl.getNextUpdate() == null) {
        throw new CRLException("the list does not say when the next one comes");
      }
      Set<String> critical = crl.getCriticalExtensionOIDs();
      if (critical != null && !critical.isEmpty()) {
        throw new CRLException("the list is a part of one; give the whole list");
      }
      checkSignature(crl, authorities);
      return new ListFile(crl, changed);
    }
  }

  boolean isInForceAt(Instant now) {
    return !now.isAfter(crl.getNextUpdate().toInstant());
  }

  boolean isOf(X509Certificate certificate) {
    return crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal());
  }

  boolean isOlderThan(ListFile other) {
    return crl.getThisUpdate().toInstant().isBefore(other.crl.getThisUpdate().toInstant());
  }

  private static void checkSignature(X509CRL crl, Collection<X509Certificate> authorities)
      throws CRLException {
    for (X509Certificate authority : authorities) {
      if (authority.getSubjectX500Principal().equals(crl.getIssuerX500Principal())) {
        try {
          crl.verify(authority.getPublicKey());
          return;
        } catch (GeneralSecurityException forged) {
          // An authority may have two certificates of one name.
        }
      }
    }
    throw new CRLException(
        "the list is signed by none of "
            + authorities.stream()
                .map(authority -> authority.getSubjectX500Principal().getName())
                .collect(Collectors.joining("; ")));
  }
}
