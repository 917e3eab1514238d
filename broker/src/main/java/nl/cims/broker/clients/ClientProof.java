// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.stereotype.Component;

/// How a client proves who it is: by one of its certificates, always, since its tokens are bound to
/// it; and where it has keys of its own, by an assertion signed with one of them too.
@Component
public final class ClientProof implements Consumer<OAuth2ClientAuthenticationContext> {

  private final Clients clients;
  private final Assertions assertions;

  ClientProof(Clients clients, Assertions assertions) {
    this.clients = clients;
    this.assertions = assertions;
  }

  /// @throws OAuth2AuthenticationException if it does not
  @Override
  public void accept(OAuth2ClientAuthenticationContext context) {
    OAuth2ClientAuthenticationToken shown = context.getAuthentication();
    Client client =
        clients
            .find(context.getRegisteredClient().getClientId())
            .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
    if (!hasCertificate(client, shown) || !hasKey(client, shown)) {
      throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }
  }

  private static boolean hasCertificate(Client client, OAuth2ClientAuthenticationToken shown) {
    return shown.getCredentials() instanceof X509Certificate[] chain
        && chain.length > 0
        && client.isShownBy(chain[0].getSubjectX500Principal().getName());
  }

  private boolean hasKey(Client client, OAuth2ClientAuthenticationToken shown) {
    Object assertion = shown.getAdditionalParameters().get(OAuth2ParameterNames.CLIENT_ASSERTION);
    return client
        .jwks()
        .map(keys -> assertions.prove(client.id(), keys, (String) assertion))
        .orElse(true);
  }
}
