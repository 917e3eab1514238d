// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.time.Clock;
import nl.cims.gateway.GatewayProperties;
import nl.cims.gateway.OwnTls;
import nl.cims.gateway.access.Certificates;
import nl.cims.gateway.limit.RateLimits;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// There is a listener if a port is set for it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cims.gateway.mllp.port")
class MllpConfiguration {

  @Bean(destroyMethod = "close")
  Deadlines mllpDeadlines() {
    return new Deadlines();
  }

  @Bean
  Passage mllpPassage(CloseableHttpClient client, GatewayProperties properties, Clock clock) {
    return new Passage(client, properties, clock);
  }

  @Bean
  MllpListener mllpListener(MllpConnection.Surroundings around, OwnTls tls) {
    return new MllpListener(tls, around);
  }

  @Bean
  MllpConnection.Surroundings mllpSurroundings(
      MllpSettings settings,
      Passage passage,
      RateLimits limits,
      Deadlines deadlines,
      Certificates certificates) {
    return new MllpConnection.Surroundings(settings, passage, limits, deadlines, certificates);
  }
}
