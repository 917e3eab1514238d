// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Those to whom data may go, read when the register starts.
@Component
public class Recipients {

  private static final int SHORTEST_RSA = 3072;

  private final List<Recipient> all;

  Recipients(ExportSettings settings) {
    this.all = settings.recipients().stream().map(Recipients::read).toList();
  }

  /// All of them.
  public List<Recipient> all() {
    return all;
  }

  /// The one with this id.
  public Optional<Recipient> find(String id) {
    return all.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private static Recipient read(ExportSettings.Entry entry) {
    try (InputStream in = Files.newInputStream(entry.certificate())) {
      if (CertificateFactory.getInstance("X.509").generateCertificate(in)
          instanceof X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAKey rsa
            && rsa.getModulus().bitLength() < SHORTEST_RSA) {
          throw unusable(entry, "its RSA key is shorter than " + SHORTEST_RSA + " bits");
        }
        return new Recipient(entry.id(), entry.name(), certificate);
      }
      throw unusable(entry, "it is no X.509 certificate");
    } catch (IOException | CertificateException unreadable) {
      throw unusable(entry, "it cannot be read as one");
    }
  }

  private static IllegalStateException unusable(ExportSettings.Entry entry, String why) {
    return new IllegalStateException(
        "the certificate of recipient '%s' (cims.export.recipients, %s) is of no use: %s"
            .formatted(entry.id(), entry.certificate(), why));
  }
}
