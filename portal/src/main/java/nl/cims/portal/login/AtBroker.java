// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.net.URI;
import java.util.List;
import nl.cims.login.BrokerClient;
import nl.cims.login.LoginBeans;
import nl.cims.portal.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The portal as a client of the broker.
@Configuration(proxyBeanMethods = false)
@Import(LoginBeans.class)
class AtBroker {

  private static final List<String> SCOPES = List.of("openid", "dossier:read", "accesslog:read");

  @Bean
  BrokerClient brokerClient(PortalSettings settings, BackChannel back) {
    URI issuer = settings.broker().issuer();
    return new BrokerClient(
        new BrokerClient.Website(settings.clientId(), settings.publicAddress(), SCOPES),
        new BrokerClient.Broker(
            issuer, URI.create(issuer + "/oauth2/authorize"), settings.broker().backChannel()),
        back.connections());
  }
}
