// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/// Mutual TLS from PEM files.
final class ClientTls {

  private ClientTls() {}

  static SSLContext of(Path certificate, Path privateKey, Path authority) {
    SslStoreBundle stores =
        new PemSslStoreBundle(
            PemSslStoreDetails.forCertificate(certificate.toUri().toString())
                .withPrivateKey(privateKey.toUri().toString()),
            PemSslStoreDetails.forCertificate(authority.toUri().toString()));
    return SslBundle.of(stores).createSslContext();
  }
}
