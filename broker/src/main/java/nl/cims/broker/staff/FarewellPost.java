// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.staff.Farewells.Farewell;
import nl.cims.revocation.RevocationLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/// Tells consoles that a login has ended, by a signed logout token (OpenID Connect Back-Channel
/// Logout 1.0), with the broker's own certificate, and never somebody whose certificate was taken
/// back.
@Component
class FarewellPost {

  private static final Logger LOG = LoggerFactory.getLogger(FarewellPost.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration LIFETIME = Duration.ofMinutes(2);
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private final Farewells farewells;
  private final Clients clients;
  private final Clock clock;
  private final Signer signer;
  private final SslBundles bundles;
  private final RevocationLists lists;

  FarewellPost(
      Farewells farewells,
      Clients clients,
      Clock clock,
      Signer signer,
      SslBundles bundles,
      RevocationLists lists) {
    this.farewells = farewells;
    this.clients = clients;
    this.clock = clock;
    this.signer = signer;
    this.bundles = bundles;
    this.lists = lists;
  }

  /// Makes the logout tokens.
  @Component
  static final class Signer {

    private final NimbusJwtEncoder encoder;
    private final URI issuer;

    Signer(JWKSource<SecurityContext> keys, BrokerSettings settings) {
      this.encoder = new NimbusJwtEncoder(keys);
      this.issuer = settings.issuer();
    }

    String token(Farewell farewell, Instant now) {
      JwtClaimsSet.Builder claims =
          JwtClaimsSet.builder()
              .issuer(issuer.toString())
              .subject(farewell.staff().toString())
              .audience(List.of(farewell.client()))
              .issuedAt(now)
              .expiresAt(now.plus(LIFETIME))
              .id(UUID.randomUUID().toString())
              .claim("events", Map.of(EVENT, Map.of()));
      if (farewell.sid() != null) {
        claims.claim("sid", farewell.sid().toString());
      }
      JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).type("logout+jwt").build();
      return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }
  }

  @Scheduled(fixedDelayString = "PT1S")
  void deliver() {
    for (Farewell farewell : farewells.due()) {
      if (clients.find(farewell.client()).map(client -> tell(client, farewell)).orElse(true)) {
        farewells.heard(farewell);
      } else if (farewell.tries() == 1) {
        LOG.warn("client {} could not be told that a login has ended", farewell.client());
      }
    }
  }

  private boolean tell(Client client, Farewell farewell) {
    URI address = client.backchannelLogoutUri();
    if (address == null) {
      return true;
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString("logout_token=" + signer.token(farewell, clock.instant())))
            .build();
    // A client for each, since they are few: it knows no session that could be resumed, so that the
    // lists are asked.
    try (HttpClient http = http()) {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      return status == 200 || status == 204;
    } catch (IOException unreachable) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpClient http() {
    SslManagerBundle own = bundles.getBundle("broker").getManagers();
    return HttpClient.newBuilder()
        .sslContext(lists.outgoing(own.getKeyManagers(), own.getTrustManagers()))
        .connectTimeout(PATIENCE)
        .build();
  }
}
