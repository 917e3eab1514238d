// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is encrypted to a recipient, `openssl` opens with his key, whichever kind he has; and it
/// refuses what was changed on the way.
class EnvelopeTest {

  private static final byte[] PLAIN =
      "pseudonym,vaccine\r\n".repeat(9000).getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"RSA,3072,SHA256withRSA", "EC,256,SHA256withECDSA", "EC,384,SHA384withECDSA"})
  void theRecipientOpensItAndAChangeIsRefused(String kind, int bits, String signature)
      throws Exception {
    KeyPairGenerator pairs = KeyPairGenerator.getInstance(kind);
    pairs.initialize(bits);
    KeyPair pair = pairs.generateKeyPair();
    Path key = folder.resolve("key.pem");
    Files.writeString(
        key,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");

    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = Envelope.to(certificate(pair, signature), sealed)) {
      out.write(PLAIN);
    }
    byte[] bytes = sealed.toByteArray();
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("pseudonym");
    assertThat(opens(bytes, key)).isTrue();
    bytes[bytes.length / 2] ^= 1;
    assertThat(opens(bytes, key)).isFalse();
  }

  private boolean opens(byte[] sealed, Path key) throws Exception {
    return Openssl.open(Files.write(folder.resolve("sealed.p7m"), sealed), key)
        .filter(plain -> Arrays.equals(plain, PLAIN))
        .isPresent();
  }

  private static X509Certificate certificate(KeyPair pair, String signature) throws Exception {
    X500Name name = new X500Name("CN=recipient");
    Instant now = Instant.now();
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(now.minusSeconds(60)),
                    Date.from(now.plusSeconds(3600)),
                    name,
                    pair.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
  }
}
