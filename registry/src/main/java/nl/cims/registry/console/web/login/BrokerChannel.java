// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;

/// How the console speaks to the broker: over mutual TLS with its own certificate (SSL bundle
/// `console`), never for longer than somebody waits.
@Component
@WithConsole
class BrokerChannel {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);

  private final ClientHttpRequestFactory connections;
  private final URI broker;

  BrokerChannel(SslBundles bundles, ConsoleSettings settings) {
    JdkClientHttpRequestFactory factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .sslContext(bundles.getBundle("console").createSslContext())
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    factory.setReadTimeout(READ);
    this.connections = factory;
    this.broker = settings.broker().backChannel();
  }

  ClientHttpRequestFactory connections() {
    return connections;
  }

  URI token() {
    return broker.resolve("/oauth2/token");
  }

  URI keys() {
    return broker.resolve("/oauth2/jwks");
  }
}
