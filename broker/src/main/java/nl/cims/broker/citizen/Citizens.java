// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/// Turns DigiD's answer into a citizen, at the moment it comes and before anything is stored: from
/// here on there is a pseudonym and a sealed BSN, and the answer itself is forgotten.
@Component
public final class Citizens
    implements Converter<OAuth2LoginAuthenticationToken, OAuth2AuthenticationToken> {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final DigidSettings digid;
  private final Clients clients;
  private final Pseudonyms pseudonyms;
  private final BsnSeal seal;
  private final Clock clock;

  Citizens(DigidSettings digid, Clients clients, Pseudonyms pseudonyms, BsnSeal seal, Clock clock) {
    this.digid = digid;
    this.clients = clients;
    this.pseudonyms = pseudonyms;
    this.seal = seal;
    this.clock = clock;
  }

  @Override
  public OAuth2AuthenticationToken convert(OAuth2LoginAuthenticationToken answer) {
    OidcUser user = required(answer.getPrincipal());
    DigidAnswer digidAnswer = DigidAnswer.of(DigidUsers.claims(user), digid.claims());
    PendingLogin pending =
        DigidRequests.pending(answer.getAuthorizationExchange().getAuthorizationRequest())
            .orElseThrow(() -> new IllegalStateException("a login that nobody asked for"));
    requireNewLogin(user, pending);
    Client client =
        clients
            .find(pending.clientId())
            .orElseThrow(() -> new IllegalStateException("the client has gone meanwhile"));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String pseudonym = pseudonyms.of(digidAnswer.bsn(), client.pseudonymSector());
    String sealed = seal.seal(digidAnswer.bsn(), pseudonym, now, now.plus(Clients.CITIZEN_TOKEN));
    Citizen citizen =
        new Citizen(
            pseudonym,
            digidAnswer.level(),
            now,
            sealed,
            Optional.ofNullable(user.getIdToken().getClaimAsString("sid")),
            pending);
    return new OAuth2AuthenticationToken(citizen, List.of(), DigidRegistration.ID);
  }

  /// We ask that he logs in anew (`prompt=login`); where DigiD says when he did, it must be so.
  private static void requireNewLogin(OidcUser user, PendingLogin pending) {
    Instant loggedIn = user.getIdToken().getAuthenticatedAt();
    if (loggedIn != null && loggedIn.isBefore(pending.since().minus(CLOCKS_DIFFER))) {
      throw new DigidAnswerRefused("login_required", "auth_time is before we asked");
    }
  }

  private static OidcUser required(@Nullable OAuth2User user) {
    if (user instanceof OidcUser verified) {
      return verified;
    }
    throw new IllegalStateException("a verified answer always has a user");
  }
}
