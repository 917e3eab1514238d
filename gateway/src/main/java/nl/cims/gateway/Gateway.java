// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import java.time.Clock;
import java.util.Objects;
import nl.cims.revocation.RevocationLists;
import nl.cims.safeguard.Doctor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;

/// The gateway process. It keeps nothing, knows no care data, and starts and heals without the
/// registry or the broker being there.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {

  /// Starts the gateway with Spring Boot's usual arguments.
  public static void main(String[] arguments) {
    Doctor.answer(arguments);
    SpringApplication.run(Gateway.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  RevocationLists revocationLists(GatewayProperties properties, SslBundles bundles, Clock clock) {
    return RevocationLists.of(
        properties.revocation(),
        Objects.requireNonNull(
            bundles.getBundle(GatewayProperties.SSL_BUNDLE).getStores().getTrustStore(),
            "the SSL bundle gateway trusts nobody"),
        clock);
  }
}
