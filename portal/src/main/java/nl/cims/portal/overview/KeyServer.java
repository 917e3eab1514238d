// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.Supplier;
import nl.cims.contracts.citizen.Seal;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.login.BackChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Asks the register, through the gateway, for the public keys of its seals.
@Component
final class KeyServer implements Supplier<Optional<JWKSet>> {

  private static final Logger LOG = LoggerFactory.getLogger(KeyServer.class);

  private final RestClient client;
  private final URI address;

  KeyServer(RestClient.Builder builder, BackChannel back, PortalSettings settings) {
    this.client = builder.requestFactory(back.connections()).build();
    this.address = settings.gateway().resolve(Seal.KEYS_PATH);
  }

  /// The keys; empty if they are not to be had now.
  @Override
  public Optional<JWKSet> get() {
    try {
      String keys =
          client
              .get()
              .uri(address)
              .accept(MediaType.APPLICATION_JSON)
              .retrieve()
              .requiredBody(String.class);
      return Optional.of(JWKSet.parse(keys).toPublicJWKSet());
    } catch (RestClientException | ParseException | IllegalStateException none) {
      LOG.warn("No keys of seals came: {}", none.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
