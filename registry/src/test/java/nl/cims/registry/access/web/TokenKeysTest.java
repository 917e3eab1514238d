// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import nl.cims.registry.access.AccessSettings;
import nl.cims.revocation.RevocationLists;
import nl.cims.revocation.RevocationSettings;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import nl.cims.testkit.certificates.StubTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/// From whom the registry takes the keys that tokens are checked with.
class TokenKeysTest {

  private static final String ISSUER = "https://broker.test";

  @TempDir private Path directory;

  /// Otherwise who holds a broker's old certificate could sign for every citizen.
  @Test
  void takesNoKeysFromABrokerWhoseCertificateWasTakenBack() throws Exception {
    CertificateAuthority authority = CertificateAuthority.in(directory, Clock.systemUTC());
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("1").algorithm(JWSAlgorithm.ES256).generate();
    try (StubTls broker = new StubTls(authority, "broker")) {
      broker.on(
          "/jwks",
          exchange ->
              StubTls.answer(
                  exchange, 200, "application/json", new JWKSet(key.toPublicJWK()).toString()));
      String token = token(key);
      authority.revoke(authority.issue("another"));
      assertThat(decoder(authority, broker).decode(token).getSubject()).isEqualTo("somebody");

      authority.revoke(authority.issue("broker"));
      assertThatExceptionOfType(JwtException.class)
          .isThrownBy(() -> decoder(authority, broker).decode(token));
    }
  }

  private JwtDecoder decoder(CertificateAuthority authority, StubTls broker) throws Exception {
    Issued own = authority.issue("registry");
    SslBundle bundle =
        SslBundle.of(
            new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate(own.certificate().toUri().toString())
                    .withPrivateKey(own.privateKey().toUri().toString()),
                PemSslStoreDetails.forCertificate(authority.certificate().toUri().toString())));
    RevocationSettings revocation =
        new RevocationSettings(List.of(authority.revocations()), null, null);
    return new TokenKeys()
        .tokens(
            new AccessSettings(
                ISSUER,
                broker.address().resolve("/jwks"),
                directory.resolve("unused"),
                directory.resolve("unused"),
                revocation,
                "gateway"),
            new DefaultSslBundleRegistry("registry", bundle),
            RevocationLists.of(revocation, bundle.getStores().getTrustStore(), Clock.systemUTC()));
  }

  private static String token(ECKey key) throws Exception {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID("1").build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("somebody")
                .audience("cims")
                .claim("cnf", Map.of("x5t#S256", "of the portal"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(1))))
                .build());
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }
}
