// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose signature counts: a good certificate of the wrong authority is worth nothing.
class SignerChainTest {

  private static final URI NO_KEYS = URI.create("http://localhost:1/keys");

  @TempDir Path directory;
  private CertificateAuthority trusted;
  private SignerChain chain;

  @BeforeEach
  void trustOne() {
    trusted = CertificateAuthority.in(directory.resolve("trusted"), Clock.systemUTC());
    chain = new SignerChain(NO_KEYS, trusted.certificate(), Clock.systemUTC());
  }

  @Test
  void acceptsWhoStandsUnderTheTrustedAuthority() throws Exception {
    assertThat(chain.signed(signed(trusted.issue("max"), trusted.issue("max")))).isTrue();
  }

  @Test
  void refusesWhoStandsUnderAnother() throws Exception {
    Issued stranger =
        CertificateAuthority.in(directory.resolve("other"), Clock.systemUTC()).issue("max");
    assertThat(chain.signed(signed(stranger, stranger))).isFalse();
  }

  @Test
  void refusesAnothersCertificateOverAnOwnSignature() throws Exception {
    assertThat(chain.signed(signed(trusted.issue("max"), trusted.issue("somebody")))).isFalse();
  }

  @Test
  void refusesACertificateWhoseTimeIsUp() throws Exception {
    Instant later = Instant.now().plus(Duration.ofDays(3650));
    SignerChain then =
        new SignerChain(NO_KEYS, trusted.certificate(), Clock.fixed(later, ZoneOffset.UTC));
    Issued max = trusted.issue("max");
    assertThat(then.signed(signed(max, max))).isFalse();
  }

  private static SignedJWT signed(Issued shown, Issued signer) throws Exception {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .x509CertChain(List.of(Base64.encode(shown.x509().getEncoded())))
            .build();
    SignedJWT token =
        new SignedJWT(header, new JWTClaimsSet.Builder().issuer("https://max.test").build());
    String pem = Files.readString(signer.privateKey()) + Files.readString(signer.certificate());
    token.sign(new ECDSASigner(JWK.parseFromPEMEncodedObjects(pem).toECKey()));
    return token;
  }
}
