// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import nl.cims.broker.BrokerSettings;
import nl.cims.vocabulary.Bsn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Seals a BSN so that the registry can open it and nobody else, ourselves included: a JWE to the
/// registry's public key (ECDH-ES+A256KW, A256GCM). It names the pseudonym it belongs to, so that
/// it cannot be put into another's token.
@Component
final class BsnSeal {

  private static final String AUDIENCE = "cims-registry";

  private final ECKey registryKey;
  private final String issuer;

  @Autowired
  BsnSeal(BrokerSettings settings) {
    this(read(settings.registryKey()), settings.issuer().toString());
  }

  BsnSeal(ECKey registryKey, String issuer) {
    if (registryKey.isPrivate()) {
      throw new IllegalStateException("the broker must not hold the registry's private key");
    }
    if (!Curve.P_256.equals(registryKey.getCurve()) || registryKey.getKeyID() == null) {
      throw new IllegalStateException("the registry's key is a P-256 JWK with a kid");
    }
    this.registryKey = registryKey;
    this.issuer = issuer;
  }

  /// The sealed BSN in JWE's compact form.
  String seal(Bsn bsn, String pseudonym, Instant now, Instant until) {
    JWTClaimsSet content =
        new JWTClaimsSet.Builder()
            .claim("bsn", bsn.reveal())
            .subject(pseudonym)
            .issuer(issuer)
            .audience(AUDIENCE)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(until))
            .build();
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM)
            .keyID(registryKey.getKeyID())
            .build();
    EncryptedJWT sealed = new EncryptedJWT(header, content);
    try {
      sealed.encrypt(new ECDHEncrypter(registryKey));
    } catch (JOSEException failed) {
      throw new IllegalStateException("cannot seal with the registry's key", failed);
    }
    return sealed.serialize();
  }

  private static ECKey read(Path file) {
    try {
      return ECKey.parse(Files.readString(file));
    } catch (IOException | ParseException unreadable) {
      throw new IllegalStateException("there is no registry key (a JWK) in " + file, unreadable);
    }
  }
}
