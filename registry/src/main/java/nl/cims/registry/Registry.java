// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import java.time.Clock;
import nl.cims.safeguard.Doctor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The register as a process.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Registry {

  /// Starts the register, or does one command of an operator; see `docs/operations.md` for what it
  /// must be given.
  public static void main(String[] arguments) {
    Doctor.answer(arguments);
    if (Commands.asked(arguments)) {
      System.exit(Commands.run(arguments));
    }
    SpringApplication.run(Registry.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
