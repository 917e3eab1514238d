// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import nl.cims.login.Connections;
import nl.cims.portal.PortalSettings;
import nl.cims.revocation.RevocationLists;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/// How the portal speaks to gateway and broker: with its own certificate (SSL bundle `portal`).
@Component
public final class BackChannel {

  private static final String BUNDLE = "portal";

  private final ClientHttpRequestFactory connections;
  private final URI broker;

  BackChannel(SslBundles bundles, PortalSettings settings, Clock clock) {
    this.broker = settings.broker().backChannel();
    this.connections =
        Connections.of(
            bundles,
            BUNDLE,
            RevocationLists.of(
                settings.revocation(),
                Objects.requireNonNull(
                    bundles.getBundle(BUNDLE).getStores().getTrustStore(),
                    "the SSL bundle portal trusts nobody"),
                clock));
  }

  /// The connections.
  public ClientHttpRequestFactory connections() {
    return connections;
  }

  URI logout() {
    return broker.resolve("/logout");
  }

  URI keys() {
    return broker.resolve("/oauth2/jwks");
  }
}
