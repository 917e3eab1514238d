// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import nl.cims.registry.access.AccessSettings;
import nl.cims.revocation.RevocationLists;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Checks tokens with the broker's public keys. The keys are kept for hours, so that a broker that
/// is down stops new logins and nothing else.
///
/// That a token belongs to the certificate of whoever sent it, the gateway has checked: here the
/// peer is always the gateway, so that Spring's default set of checks, which compares with the
/// peer, does not fit. That it is bound to some certificate is checked here too.
@Configuration(proxyBeanMethods = false)
class TokenKeys {

  private static final String AUDIENCE = "cims";
  private static final Duration FRESH = Duration.ofMinutes(15);
  private static final Duration KEPT_IN_OUTAGE = Duration.ofHours(12);

  @Bean
  JwtDecoder tokens(AccessSettings settings, SslBundles bundles, RevocationLists lists)
      throws MalformedURLException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys(settings, bundles, lists)));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtTypeValidator.jwt(),
            new JwtTimestampValidator(),
            new JwtIssuerValidator(settings.issuer()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE)),
            new JwtClaimValidator<Map<String, Object>>(
                "cnf",
                confirmation -> confirmation != null && confirmation.containsKey("x5t#S256"))));
    return decoder;
  }

  private static JWKSource<SecurityContext> keys(
      AccessSettings settings, SslBundles bundles, RevocationLists lists)
      throws MalformedURLException {
    // TLS is made anew each time, so that a renewed certificate of ours is used without a restart,
    // and the lists are asked about the broker's.
    ResourceRetriever retriever =
        address -> {
          SslManagerBundle own = bundles.getBundle("registry").getManagers();
          SSLContext tls = lists.outgoing(own.getKeyManagers(), own.getTrustManagers());
          return new DefaultResourceRetriever(2_000, 2_000, 50_000, true, tls.getSocketFactory())
              .retrieveResource(address);
        };
    return JWKSourceBuilder.create(settings.jwksUri().toURL(), retriever)
        .cache(FRESH.toMillis(), Duration.ofSeconds(5).toMillis())
        .rateLimited(Duration.ofSeconds(2).toMillis())
        .outageTolerant(KEPT_IN_OUTAGE.toMillis())
        .build();
  }
}
