// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import java.time.Clock;
import nl.cims.safeguard.Doctor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The login broker as a process of its own.
///
/// Three doors: citizens' browsers come to `server.port`, staff's to `cims.broker.staff.port`,
/// machines with a client certificate to `cims.broker.back-channel.port`. None serves what belongs
/// to another, and none can be filled from another.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class Broker {

  /// Starts the broker.
  public static void main(String[] args) {
    Doctor.answer(args);
    SpringApplication.run(Broker.class, args);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
