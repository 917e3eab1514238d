// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.cims.vocabulary.AssuranceLevel;

/// Access tokens as the broker makes them, and as somebody would who wants to get in.
public record Tokens(ECKey brokerKey, ECKey registryKey) {

  public static final String ISSUER = "http://localhost:8081";

  /// A party's token with the scope to report.
  public String party(String id) {
    return sign(claims(id).claim("scope", List.of("vaccination:report")).build());
  }

  /// The token of somebody who watches over intake.
  public String operator(String id) {
    return sign(claims(id).claim("scope", List.of("intake:watch")).build());
  }

  /// The token of a party, changed at will.
  public String party(String id, UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(change.apply(claims(id).claim("scope", List.of("vaccination:report"))).build());
  }

  /// A citizen's token with everything right.
  public String citizen(String bsn) {
    return citizen(bsn, AssuranceLevel.SUBSTANTIEEL.acr(), UnaryOperator.identity());
  }

  /// A citizen's token with this level, changed at will.
  public String citizen(String bsn, String acr, UnaryOperator<JWTClaimsSet.Builder> change) {
    String pseudonym = "pseudonym-of-" + bsn.hashCode();
    return sign(
        change
            .apply(
                claims(pseudonym)
                    .claim("acr", acr)
                    .claim("scope", List.of("dossier:read", "accesslog:read"))
                    .claim("bsn_jwe", envelope(bsn, pseudonym, soon())))
            .build());
  }

  /// The envelope with a BSN, for this pseudonym.
  public String envelope(String bsn, String pseudonym, Instant expires) {
    try {
      EncryptedJWT envelope =
          new EncryptedJWT(
              new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
                  .keyID("bsn-1")
                  .build(),
              new JWTClaimsSet.Builder()
                  .subject(pseudonym)
                  .issuer(ISSUER)
                  .audience("cims-registry")
                  .claim("bsn", bsn)
                  .expirationTime(Date.from(expires))
                  .build());
      envelope.encrypt(new ECDHEncrypter(registryKey));
      return envelope.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private String sign(JWTClaimsSet claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("broker-1").build(), claims);
      token.sign(new ECDSASigner(brokerKey));
      return token.serialize();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static JWTClaimsSet.Builder claims(String subject) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("cims")
        .subject(subject)
        .claim("cnf", Map.of("x5t#S256", "the-certificate-of-the-caller-not-of-the-gateway"))
        .issueTime(new Date())
        .expirationTime(Date.from(soon()));
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(300);
  }
}
