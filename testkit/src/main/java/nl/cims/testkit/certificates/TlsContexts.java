// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.certificates;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// TLS contexts for clients in this JVM.
final class TlsContexts {

  private static final char[] NO_PASSWORD = new char[0];

  private TlsContexts() {}

  static SSLContext showing(Issued client, X509Certificate authority) {
    try {
      KeyStore own = empty();
      own.setKeyEntry(
          "own",
          Pem.readKey(client.privateKey()),
          NO_PASSWORD,
          new Certificate[] {client.x509(), authority});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, NO_PASSWORD);
      return context(keys.getKeyManagers(), authority);
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException("cannot use the certificate " + client.subject(), broken);
    }
  }

  static SSLContext anonymous(X509Certificate authority) {
    try {
      return context(new KeyManager[0], authority);
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException("cannot trust the certificate authority", broken);
    }
  }

  private static SSLContext context(KeyManager[] keys, X509Certificate authority)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = empty();
    trusted.setCertificateEntry("authority", authority);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
