// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// TLS from PEM files.
final class ClientTls {

  private ClientTls() {}

  /// TLS that shows no certificate.
  static SSLContext trusting(Path authority) {
    return context(null, authority);
  }

  static SSLContext of(Path certificate, Path privateKey, Path authority) {
    return context(
        PemSslStoreDetails.forCertificate(certificate.toUri().toString())
            .withPrivateKey(privateKey.toUri().toString()),
        authority);
  }

  private static SSLContext context(@Nullable PemSslStoreDetails own, Path authority) {
    SslStoreBundle stores =
        new PemSslStoreBundle(own, PemSslStoreDetails.forCertificate(authority.toUri().toString()));
    return SslBundle.of(stores).createSslContext();
  }
}
