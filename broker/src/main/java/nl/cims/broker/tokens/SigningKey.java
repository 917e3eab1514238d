// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.tokens;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import nl.cims.broker.BrokerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/// The key that signs every token. It comes from a file and not from this process' memory, so that
/// tokens stay good when the broker starts anew.
///
/// To change it, put the new one last in the file and start anew; when everybody has fetched it
/// (after a quarter of an hour), put it first; when the last token of the old one has ended (after
/// an hour), take that one out. The first signs, all are published.
@Configuration(proxyBeanMethods = false)
class SigningKey {

  @Bean
  JWKSource<SecurityContext> signingKeys(BrokerSettings settings) {
    return new ImmutableJWKSet<>(new JWKSet(read(settings.signingKey())));
  }

  @Bean
  JwtEncoder signer(JWKSource<SecurityContext> keys) {
    NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
    encoder.setJwkSelector(List::getFirst);
    return encoder;
  }

  static List<JWK> read(Path file) {
    List<JWK> keys = parse(file);
    boolean right =
        !keys.isEmpty()
            && keys.getFirst().isPrivate()
            && keys.stream().allMatch(SigningKey::isP256)
            && keys.stream().map(JWK::getKeyID).distinct().count() == keys.size();
    if (!right) {
      throw new IllegalStateException(
          "the signing key in "
              + file
              + " must be a private P-256 JWK with a kid, or a set of such, each with another kid");
    }
    return keys;
  }

  private static boolean isP256(JWK key) {
    return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && ec.getKeyID() != null;
  }

  private static List<JWK> parse(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains("\"keys\"") ? JWKSet.parse(text).getKeys() : List.of(JWK.parse(text));
    } catch (IOException | ParseException unreadable) {
      throw new IllegalStateException("there is no signing key (a JWK) in " + file, unreadable);
    }
  }
}
