// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.certificates;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The file in which an authority says what it has taken back.
record RevocationList(Path file, CertificateWriter.Issuer issuer) {

  /// The numbers on the list as it stands in the file; none if there is no file.
  Set<BigInteger> serials() throws IOException, GeneralSecurityException {
    Set<BigInteger> serials = new TreeSet<>();
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
        if (crl.getRevokedCertificates() != null) {
          crl.getRevokedCertificates().stream()
              .map(X509CRLEntry::getSerialNumber)
              .forEach(serials::add);
        }
      }
    }
    return serials;
  }

  /// Writes the list anew, in one step, so that nobody reads half of it.
  void write(Set<BigInteger> serials, Instant from, Instant until)
      throws IOException, GeneralSecurityException {
    X509v2CRLBuilder builder =
        new JcaX509v2CRLBuilder(issuer.certificate().getSubjectX500Principal(), Date.from(from));
    builder.setNextUpdate(Date.from(until));
    serials.forEach(
        serial -> builder.addCRLEntry(serial, Date.from(from), CRLReason.cessationOfOperation));
    try {
      X509CRL crl =
          new JcaX509CRLConverter()
              .getCRL(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.key())));
      Path written = file.resolveSibling(file.getFileName() + ".new");
      Pem.writeRevocations(written, crl);
      replace(written);
    } catch (OperatorCreationException noSigner) {
      throw new GeneralSecurityException(noSigner);
    }
  }

  private void replace(Path written) throws IOException {
    try {
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException plainDisk) {
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
