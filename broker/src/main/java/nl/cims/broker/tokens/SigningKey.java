// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.tokens;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import nl.cims.broker.BrokerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The key that signs every token. It comes from a file and not from this process' memory, so that
/// tokens stay good when the broker starts anew.
@Configuration(proxyBeanMethods = false)
class SigningKey {

  @Bean
  JWKSource<SecurityContext> signingKeys(BrokerSettings settings) {
    return new ImmutableJWKSet<>(new JWKSet(read(settings.signingKey())));
  }

  static ECKey read(Path file) {
    ECKey key;
    try {
      key = ECKey.parse(Files.readString(file));
    } catch (IOException | ParseException unreadable) {
      throw new IllegalStateException("there is no signing key (a JWK) in " + file, unreadable);
    }
    if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
      throw new IllegalStateException(
          "the signing key in " + file + " must be a private P-256 JWK with a kid");
    }
    return key;
  }
}
