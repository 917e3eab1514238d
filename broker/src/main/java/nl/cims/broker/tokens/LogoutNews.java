// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.tokens;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Tells clients that a login of theirs has ended elsewhere (OpenID Connect Back-Channel Logout
/// 1.0). A client that does not hear it learns it from the gateway, which refuses the token.
@Component
public class LogoutNews {

  private static final Logger LOG = LoggerFactory.getLogger(LogoutNews.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration GOOD_FOR = Duration.ofMinutes(2);

  /// What a logout token is about, as the standard names it.
  public static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final Logouts logouts;
  private final Clients clients;
  private final JwtEncoder signer;
  private final String issuer;
  private final Clock clock;
  private final RestClient http = RestClient.builder().requestFactory(requests()).build();

  LogoutNews(
      Logouts logouts, Clients clients, JwtEncoder signer, BrokerSettings settings, Clock clock) {
    this.logouts = logouts;
    this.clients = clients;
    this.signer = signer;
    this.issuer = settings.issuer().toString();
    this.clock = clock;
  }

  /// Ends every login of this session at DigiD, and tells each client that wants to hear it without
  /// making the caller wait.
  public void endUpstream(String session) {
    for (Logouts.Ended login : logouts.endUpstream(session)) {
      URI address = clients.find(login.client()).map(Client::backchannelLogoutUri).orElse(null);
      if (address != null) {
        String token = token(login);
        Thread.ofVirtual().name("logout-news").start(() -> send(address, login.client(), token));
      }
    }
  }

  private void send(URI address, String client, String token) {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("logout_token", token);
    try {
      http.post()
          .uri(address)
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .body(form)
          .retrieve()
          .toBodilessEntity();
    } catch (RestClientException failed) {
      LOG.warn("{} did not hear of a logout: {}", client, failed.getClass().getSimpleName());
    }
  }

  private String token(Logouts.Ended login) {
    Instant now = clock.instant();
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer(issuer)
            .subject(login.subject())
            .audience(List.of(login.client()))
            .issuedAt(now)
            .expiresAt(now.plus(GOOD_FOR))
            .id(UUID.randomUUID().toString())
            .claim("sid", login.id().toString())
            .claim("events", Map.of(EVENT, Map.of()))
            .build();
    JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).type("logout+jwt").build();
    return signer.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }

  private static JdkClientHttpRequestFactory requests() {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    requests.setReadTimeout(PATIENCE);
    return requests;
  }
}
