// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.jspecify.annotations.Nullable;

/// TLS as an intruder would set it up: he shows his certificate whether or not he is asked for one
/// of its issuer.
final class Wires {

  private Wires() {}

  /// Trusts the server's authority, shows a certificate of another.
  static SSLContext trusting(CertificateAuthority server, Issued shown) {
    try (InputStream pem = Files.newInputStream(server.certificate())) {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, new char[0]);
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new Insisting(shown.x509(), key(shown))},
          trust.getTrustManagers(),
          null);
      return context;
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static PrivateKey key(Issued issued) throws IOException, GeneralSecurityException {
    String pem = Files.readString(issued.privateKey()).replaceAll("-----[A-Z ]+-----", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
  }

  private static final class Insisting extends X509ExtendedKeyManager {
    private final X509Certificate certificate;
    private final PrivateKey key;

    Insisting(X509Certificate certificate, PrivateKey key) {
      this.certificate = certificate;
      this.key = key;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {"shown"};
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, @Nullable Socket socket) {
      return "shown";
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal[] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal[] issuers, @Nullable Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {certificate};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }
  }
}
