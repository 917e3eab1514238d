// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.util.List;
import java.util.Map;
import nl.cims.portal.PortalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestTemplate;

/// Where the broker tells that a login has ended elsewhere (OpenID Connect Back-Channel Logout
/// 1.0). Only what the broker signed, for us and for this purpose, ends a session.
@Controller
class BrokerNews {

  static final String ADDRESS = "/logout/broker";

  private static final Logger LOG = LoggerFactory.getLogger(BrokerNews.class);
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final OpenSessions sessions;
  private final NimbusJwtDecoder tokens;

  BrokerNews(OpenSessions sessions, BackChannel back, PortalSettings settings) {
    this.sessions = sessions;
    this.tokens =
        NimbusJwtDecoder.withJwkSetUri(back.keys().toString())
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .restOperations(new RestTemplate(back.connections()))
            .validateType(false)
            .jwtProcessorCustomizer(
                processor ->
                    processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"))))
            .build();
    tokens.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(),
            new JwtIssuerValidator(settings.broker().issuer().toString()),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> List.of(settings.clientId()).equals(audience)),
            new JwtClaimValidator<Map<String, Object>>(
                "events", events -> events != null && events.containsKey(EVENT)),
            BrokerNews::isNoIdToken));
  }

  /// An ID token has a nonce; a logout token must not, so that one is never taken for the other.
  private static OAuth2TokenValidatorResult isNoIdToken(Jwt token) {
    return token.hasClaim("nonce")
        ? OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN))
        : OAuth2TokenValidatorResult.success();
  }

  @PostMapping(ADDRESS)
  ResponseEntity<Void> ended(
      @RequestParam(name = "logout_token", defaultValue = "") String logoutToken) {
    try {
      Jwt token = tokens.decode(logoutToken);
      String login = token.getClaimAsString("sid");
      boolean ended = login != null && sessions.end(login);
      LOG.info("The broker ended a login; its session {}", ended ? "is gone" : "was gone before");
      return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    } catch (JwtException notTheBrokers) {
      LOG.info("A logout that the broker did not sign");
      return ResponseEntity.badRequest().cacheControl(CacheControl.noStore()).build();
    }
  }
}
