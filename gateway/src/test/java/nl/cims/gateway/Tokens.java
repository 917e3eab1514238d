// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/// Issues access tokens as the broker does, and worse ones.
final class Tokens {

  static final String ISSUER = "https://broker.test";

  private final ECKey key = newKey("broker-1");

  /// The claims of a good token that expires in ten minutes.
  static JWTClaimsSet.Builder claims(String client, String scope, X509Certificate certificate) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("cims")
        .subject(client)
        .claim("client_id", client)
        .claim("scope", scope)
        .claim("cnf", Map.of("x5t#S256", thumbprint(certificate)))
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(600)));
  }

  String good(String client, String scope, X509Certificate certificate) {
    return sign(claims(client, scope, certificate));
  }

  String with(X509Certificate certificate, String scope, Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims = claims("ggd-utrecht", scope, certificate);
    change.accept(claims);
    return sign(claims);
  }

  String sign(JWTClaimsSet.Builder claims) {
    return sign(claims, key);
  }

  static String sign(JWTClaimsSet.Builder claims, ECKey key) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              claims.build());
      token.sign(new ECDSASigner(key));
      return token.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  ECKey key() {
    return key;
  }

  static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String thumbprint(X509Certificate certificate) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
