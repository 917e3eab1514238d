// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import java.time.Clock;
import nl.cims.safeguard.Doctor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// The process that citizens see.
@SpringBootApplication
@EnableConfigurationProperties(PortalSettings.class)
public class Portal {

  /// Starts the portal.
  public static void main(String[] arguments) {
    Doctor.answer(arguments);
    SpringApplication.run(Portal.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
