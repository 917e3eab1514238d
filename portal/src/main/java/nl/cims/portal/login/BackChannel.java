// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.net.URI;
import java.time.Duration;
import nl.cims.portal.PortalSettings;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/// How the portal speaks to other processes: over mutual TLS with its own certificate (SSL bundle
/// `portal`), over kept connections, never for longer than a citizen waits.
@Component
public final class BackChannel {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);

  private final ClientHttpRequestFactory connections;
  private final URI broker;

  BackChannel(SslBundles bundles, PortalSettings settings) {
    this.connections =
        ClientHttpRequestFactoryBuilder.jdk()
            .build(
                HttpClientSettings.ofSslBundle(bundles.getBundle("portal"))
                    .withTimeouts(CONNECT, READ)
                    .withRedirects(HttpRedirects.DONT_FOLLOW));
    this.broker = settings.broker().backChannel();
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
