// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.tokens.Logouts;
import org.springframework.stereotype.Component;

/// A logout that a client asks for (OpenID Connect RP-Initiated Logout 1.0), by the ID token of the
/// login that ends. The broker itself keeps nobody logged in.
@Component
class Logout {

  private final Clients clients;
  private final Logouts logouts;
  private final String issuer;
  private final DefaultJWTProcessor<SecurityContext> idTokens = new DefaultJWTProcessor<>();

  Logout(
      Clients clients, Logouts logouts, BrokerSettings settings, JWKSource<SecurityContext> keys) {
    this.clients = clients;
    this.logouts = logouts;
    this.issuer = settings.issuer().toString();
    idTokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    // A login outlasts its ID token, and must end all the same.
    idTokens.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  /// Who logs out.
  ///
  /// @param client for whom the login was
  /// @param login what has ended; empty if its time was up already
  record Leaving(Client client, Optional<Logouts.Ended> login) {

    /// Whether people of this client may be sent there afterwards.
    boolean mayGoTo(String address) {
      return client.postLogoutRedirectUris().contains(address);
    }
  }

  /// Ends the login of this ID token; empty if it is not one of ours.
  Optional<Leaving> end(String idToken) {
    try {
      JWTClaimsSet claims = idTokens.process(idToken, null);
      List<String> audience = claims.getAudience();
      String session = claims.getStringClaim("sid");
      if (!issuer.equals(claims.getIssuer()) || audience.size() != 1 || session == null) {
        return Optional.empty();
      }
      return clients
          .find(audience.getFirst())
          .map(client -> new Leaving(client, logouts.end(UUID.fromString(session))));
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
