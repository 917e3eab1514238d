// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/// Turns DigiD's answer into a citizen, at the moment it comes and before anything is stored: from
/// here on there is a pseudonym and a sealed BSN, and the answer itself is forgotten.
@Component
public final class Citizens
    implements Converter<OAuth2LoginAuthenticationToken, OAuth2AuthenticationToken> {

  private final BrokerSettings.Digid digid;
  private final Clients clients;
  private final Pseudonyms pseudonyms;
  private final BsnSeal seal;
  private final Clock clock;

  Citizens(
      BrokerSettings settings, Clients clients, Pseudonyms pseudonyms, BsnSeal seal, Clock clock) {
    this.digid = settings.digid();
    this.clients = clients;
    this.pseudonyms = pseudonyms;
    this.seal = seal;
    this.clock = clock;
  }

  @Override
  public OAuth2AuthenticationToken convert(OAuth2LoginAuthenticationToken answer) {
    OAuth2User user = required(answer.getPrincipal());
    DigidAnswer digidAnswer = DigidAnswer.of(user.getAttributes(), digid);
    PendingLogin pending =
        DigidRequests.pending(answer.getAuthorizationExchange().getAuthorizationRequest())
            .orElseThrow(() -> new IllegalStateException("a login that nobody asked for"));
    Client client =
        clients
            .find(pending.clientId())
            .orElseThrow(() -> new IllegalStateException("the client has gone meanwhile"));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String pseudonym = pseudonyms.of(digidAnswer.bsn(), client.pseudonymSector());
    String sealed = seal.seal(digidAnswer.bsn(), pseudonym, now, now.plus(Clients.CITIZEN_TOKEN));
    Citizen citizen = new Citizen(pseudonym, digidAnswer.level(), now, sealed, pending);
    return new OAuth2AuthenticationToken(citizen, List.of(), DigidRegistration.ID);
  }

  private static OAuth2User required(@Nullable OAuth2User user) {
    if (user == null) {
      throw new IllegalStateException("a verified answer always has a user");
    }
    return user;
  }
}
