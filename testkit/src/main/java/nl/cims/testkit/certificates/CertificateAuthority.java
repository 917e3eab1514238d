// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;

/// A certificate authority in a directory: makes itself at first use and issues P-256 certificates
/// for clients and servers on this machine (`localhost`, `127.0.0.1`). What was issued before under
/// the same name is handed out again for as long as it is valid.
///
/// For demo and tests only: its own key lies unencrypted beside the others.
public final class CertificateAuthority {

  private static final Duration LIFETIME = Duration.ofDays(800);

  private final Path directory;
  private final Clock clock;
  private final X509Certificate certificate;
  private final PrivateKey key;

  private CertificateAuthority(
      Path directory, Clock clock, X509Certificate certificate, PrivateKey key) {
    this.directory = directory;
    this.clock = clock;
    this.certificate = certificate;
    this.key = key;
  }

  /// The authority in this directory, made now if there is none or if it has expired.
  public static CertificateAuthority in(Path directory, Clock clock) {
    try {
      Files.createDirectories(directory);
      Path crt = directory.resolve("ca.crt.pem");
      Path keyFile = directory.resolve("ca.key.pem");
      if (!isUsable(crt, clock)) {
        KeyPair pair = newKeyPair();
        Pem.writeKey(keyFile, pair.getPrivate());
        X500Principal name = subject("demo-ca");
        Pem.writeCertificate(
            crt,
            CertificateWriter.authority(
                name, pair, validFrom(clock), clock.instant().plus(LIFETIME)));
      }
      return new CertificateAuthority(
          directory, clock, Pem.readCertificate(crt), Pem.readKey(keyFile));
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException(
          "cannot keep a certificate authority in " + directory, broken);
    }
  }

  /// The PEM file with the authority's own certificate: what everybody trusts.
  public Path certificate() {
    return directory.resolve("ca.crt.pem");
  }

  /// The authority's own certificate.
  public X509Certificate x509() {
    return certificate;
  }

  /// A certificate for `CN=<name>,O=CIMS demo`, the same one as last time if there is one.
  public Issued issue(String name) {
    Path crt = directory.resolve(name + ".crt.pem");
    return isUsable(crt, clock)
        ? issued(name, crt)
        : issue(name, validFrom(clock), clock.instant().plus(LIFETIME));
  }

  /// A new certificate for `CN=<name>,O=CIMS demo` with this validity, for instance one that has
  /// expired.
  public Issued issue(String name, Instant from, Instant until) {
    Path crt = directory.resolve(name + ".crt.pem");
    try {
      KeyPair pair = newKeyPair();
      Pem.writeKey(directory.resolve(name + ".key.pem"), pair.getPrivate());
      Pem.writeCertificate(
          crt,
          CertificateWriter.endEntity(
              new CertificateWriter.Issuer(certificate, key),
              subject(name),
              pair.getPublic(),
              from,
              until));
      return issued(name, crt);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException("cannot issue a certificate for " + name, failed);
    }
  }

  /// The file with what this authority has taken back: an empty list at first.
  public Path revocations() {
    Path file = list().file();
    if (!Files.exists(file)) {
      publish(Set.of(), clock.instant().plus(LIFETIME));
    }
    return file;
  }

  /// Takes a certificate back and puts a copy of it aside as `<name>.revoked.crt.pem`, to try with.
  /// The next [#issue(String)] of its name is a new one.
  public void revoke(Issued certificate) {
    Set<BigInteger> serials = revoked();
    serials.add(certificate.x509().getSerialNumber());
    publish(serials, clock.instant().plus(LIFETIME));
    try {
      aside(certificate.certificate(), ".crt.pem");
      aside(certificate.privateKey(), ".key.pem");
      Files.deleteIfExists(certificate.certificate());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void aside(Path file, String ending) throws IOException {
    String name = String.valueOf(file.getFileName()).replace(ending, ".revoked" + ending);
    Files.copy(
        file,
        file.resolveSibling(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  /// The same file, signed anew for as long as certificates live.
  public Path renewedRevocations() {
    renewRevocations(clock.instant().plus(LIFETIME));
    return revocations();
  }

  /// Says the same once more, with another day on which the list should be renewed.
  public void renewRevocations(Instant nextUpdate) {
    publish(revoked(), nextUpdate);
  }

  private Set<BigInteger> revoked() {
    try {
      return list().serials();
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException("cannot read the revocation list", unreadable);
    }
  }

  private void publish(Set<BigInteger> serials, Instant nextUpdate) {
    try {
      list().write(serials, clock.instant(), nextUpdate);
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException("cannot write the revocation list", failed);
    }
  }

  private RevocationList list() {
    return new RevocationList(
        directory.resolve("ca.crl.pem"), new CertificateWriter.Issuer(certificate, key));
  }

  /// A TLS context that trusts this authority only and shows the certificate.
  public SSLContext tlsAs(Issued client) {
    return TlsContexts.showing(client, certificate);
  }

  /// A TLS context that trusts this authority only and shows no certificate.
  public SSLContext tlsWithoutCertificate() {
    return TlsContexts.anonymous(certificate);
  }

  private Issued issued(String name, Path crt) {
    try {
      X509Certificate x509 = Pem.readCertificate(crt);
      return new Issued(
          x509.getSubjectX500Principal().getName(),
          crt,
          directory.resolve(name + ".key.pem"),
          x509);
    } catch (IOException | GeneralSecurityException broken) {
      throw new IllegalStateException("no certificate in " + crt, broken);
    }
  }

  private static boolean isUsable(Path crt, Clock clock) {
    try {
      return Files.exists(crt)
          && Pem.readCertificate(crt)
              .getNotAfter()
              .toInstant()
              .isAfter(clock.instant().plus(Duration.ofDays(7)));
    } catch (IOException | GeneralSecurityException unreadable) {
      return false;
    }
  }

  /// A little in the past, so that clocks need not agree to the second.
  private static Instant validFrom(Clock clock) {
    return clock.instant().minus(Duration.ofHours(1));
  }

  private static X500Principal subject(String name) {
    return new X500Principal("CN=" + name + ",O=CIMS demo");
  }

  private static KeyPair newKeyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
