// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.cims.simulators.digid.DigidSettings.Max;
import org.springframework.stereotype.Component;

/// User info as MAX gives it: `bsn`, `loa_authn` and the certificate it is meant for (`x5c`),
/// signed under MAX' certificate, then encrypted to the client's key.
@Component
final class UserInfo {

  private static final int LIFETIME_SECONDS = 60;

  private final DigidSettings settings;
  private final Clock clock;

  UserInfo(DigidSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// Who logged in, in JWE's compact form.
  String of(Answers.Answer answer) {
    Max max = settings.max();
    if (max == null) {
      throw new IllegalStateException("cims.digid.max is not set");
    }
    try {
      RSAKey client = RSAKey.parse(Files.readString(max.clientKey()));
      JWTClaimsSet claims = claims(answer, client);
      Payload content =
          answer.unusual() == Unusual.UNSIGNED
              ? new Payload(claims.toJSONObject())
              : new Payload(signed(claims, max, answer.unusual()));
      JWEObject sealed =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128CBC_HS256)
                  .contentType("JWT")
                  .build(),
              content);
      sealed.encrypt(new RSAEncrypter(client));
      return sealed.serialize();
    } catch (IOException | ParseException | JOSEException broken) {
      throw new IllegalStateException("cannot seal the user info", broken);
    }
  }

  private JWTClaimsSet claims(Answers.Answer answer, RSAKey client) {
    Unusual unusual = answer.unusual();
    Instant now = clock.instant();
    String bsn = answer.bsn().reveal();
    List<Base64> certificates = client.getX509CertChain();
    return new JWTClaimsSet.Builder()
        .issuer(settings.issuer().toString())
        .subject((unusual == Unusual.SUBJECT ? UUID.randomUUID() : answer.login()).toString())
        .audience(answer.question().clientId())
        .notBeforeTime(Date.from(now.minusSeconds(10)))
        .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)))
        .claim("bsn", unusual == Unusual.SECTOR ? "S00000001:" + bsn : bsn)
        .claim("loa_authn", unusual == Unusual.LEVEL ? "urn:unheard-of" : eidas(answer))
        .claim("x5c", certificates == null ? null : certificates.getFirst().toString())
        .build();
  }

  private static String eidas(Answers.Answer answer) {
    return switch (answer.level()) {
      case BASIS -> answer.level().acr();
      case MIDDEN -> "http://eidas.europa.eu/LoA/low";
      case SUBSTANTIEEL -> "http://eidas.europa.eu/LoA/substantial";
      case HOOG -> "http://eidas.europa.eu/LoA/high";
    };
  }

  private static SignedJWT signed(JWTClaimsSet claims, Max max, Unusual unusual)
      throws IOException, JOSEException {
    String pem = Files.readString(max.certificate());
    List<Base64> chain =
        List.of(
            new Base64(
                pem.lines().filter(line -> !line.startsWith("-")).collect(Collectors.joining())));
    ECKey key =
        unusual == Unusual.FOREIGN_SIGNER
            ? new ECKeyGenerator(Curve.P_256).generate()
            : JWK.parseFromPEMEncodedObjects(Files.readString(max.privateKey()) + pem).toECKey();
    SignedJWT signed =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).x509CertChain(chain).build(), claims);
    signed.sign(new ECDSASigner(key));
    return signed;
  }
}
