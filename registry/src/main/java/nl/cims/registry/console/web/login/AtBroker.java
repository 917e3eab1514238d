// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import nl.cims.login.BrokerClient;
import nl.cims.login.LoginBeans;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/// The console as a client of the broker, to which it speaks over mutual TLS with its own
/// certificate (SSL bundle `console`), never for longer than somebody waits.
@Configuration(proxyBeanMethods = false)
@Import(LoginBeans.class)
@WithConsole
class AtBroker {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(5);

  @Bean
  BrokerClient brokerClient(ConsoleSettings settings, SslBundles bundles) {
    ConsoleSettings.Broker broker = settings.broker();
    return new BrokerClient(
        new BrokerClient.Website(
            settings.clientId(), settings.publicAddress(), List.of("openid", "staff")),
        new BrokerClient.Broker(broker.issuer(), broker.authorization(), broker.backChannel()),
        connections(bundles.getBundle("console")));
  }

  private static ClientHttpRequestFactory connections(SslBundle certificate) {
    JdkClientHttpRequestFactory factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .sslContext(certificate.createSslContext())
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
    factory.setReadTimeout(READ);
    return factory;
  }
}
