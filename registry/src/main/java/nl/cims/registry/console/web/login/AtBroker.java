// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import java.util.List;
import nl.cims.login.BrokerClient;
import nl.cims.login.Connections;
import nl.cims.login.LoginBeans;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import nl.cims.revocation.RevocationLists;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The console as a client of the broker, to which it speaks with its own certificate (SSL bundle
/// `console`).
@Configuration(proxyBeanMethods = false)
@Import(LoginBeans.class)
@WithConsole
class AtBroker {

  @Bean
  BrokerClient brokerClient(ConsoleSettings settings, SslBundles bundles, RevocationLists lists) {
    ConsoleSettings.Broker broker = settings.broker();
    return new BrokerClient(
        new BrokerClient.Website(
            settings.clientId(), settings.publicAddress(), List.of("openid", "staff")),
        new BrokerClient.Broker(broker.issuer(), broker.authorization(), broker.backChannel()),
        Connections.of(bundles, "console", lists));
  }
}
