// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import nl.cims.broker.BrokerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Logging out together with DigiD: what it tells us, and where a citizen goes to tell it.
///
/// DigiD's session is known by its `sid` alone. Its ID token is not kept to be shown again, as the
/// standard would have it: the BSN stands in it.
@Component
public final class DigidLogout {

  /// What a logout token is about (OpenID Connect Back-Channel Logout 1.0, section 2.4).
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private static final Duration NEWS_IS_FRESH = Duration.ofMinutes(5);

  private final DigidSettings digid;
  private final String back;
  private final Clock clock;
  private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

  DigidLogout(DigidSettings digid, BrokerSettings settings, Clock clock) {
    this.digid = digid;
    this.back = settings.issuer() + "/logout/digid";
    this.clock = clock;
    tokens.setJWSTypeVerifier((type, context) -> {}); // Not every broker writes `logout+jwt`.
    tokens.setJWTClaimsSetVerifier((claims, context) -> {});
    try {
      tokens.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256),
              JWKSourceBuilder.create(digid.jwksUri().toURL()).outageTolerant(true).build()));
    } catch (MalformedURLException wrong) {
      throw new IllegalStateException("cims.broker.digid.jwks-uri is no URL", wrong);
    }
  }

  /// The session that this logout token ends; empty if it is not a fresh one of DigiD to us.
  public Optional<String> sessionIn(String logoutToken) {
    try {
      JWTClaimsSet claims = tokens.process(logoutToken, null);
      return isNews(claims) ? Optional.ofNullable(claims.getStringClaim("sid")) : Optional.empty();
    } catch (ParseException | BadJOSEException | JOSEException notOurs) {
      return Optional.empty();
    }
  }

  /// The session that is named through the citizen's browser (OpenID Connect Front-Channel Logout
  /// 1.0); empty if DigiD has better ways, or if it is not DigiD who says so.
  public Optional<String> sessionNamed(@Nullable String issuer, @Nullable String session) {
    return digid.frontChannelLogout() && digid.issuer().equals(issuer)
        ? Optional.ofNullable(session)
        : Optional.empty();
  }

  /// Where to log out there too; empty if it keeps no session.
  ///
  /// @param session its name for it
  /// @param state comes back with the citizen
  public Optional<String> address(Optional<String> session, String state) {
    return Optional.ofNullable(digid.endSessionUri())
        .map(
            uri ->
                UriComponentsBuilder.fromUri(uri)
                    .queryParam("client_id", "{client}")
                    .queryParam("logout_hint", "{session}")
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .queryParam("state", "{state}")
                    .encode()
                    .buildAndExpand(digid.clientId(), session.orElse(""), back, state)
                    .toUriString());
  }

  private boolean isNews(JWTClaimsSet claims) throws ParseException {
    Date issued = claims.getIssueTime();
    Instant now = clock.instant();
    return digid.issuer().equals(claims.getIssuer())
        && claims.getAudience().contains(digid.clientId())
        && claims.getClaim("nonce") == null
        && claims.getJSONObjectClaim("events") != null
        && claims.getJSONObjectClaim("events").containsKey(EVENT)
        && issued != null
        && Duration.between(issued.toInstant(), now).abs().compareTo(NEWS_IS_FRESH) < 0;
  }
}
