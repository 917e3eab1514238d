// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Brings the keyring's database up to date before the register's, and both before anything opens.
@Configuration(proxyBeanMethods = false)
class Opening {

  @Bean
  FlywayMigrationStrategy keyringFirst(KeyringDatabase keyring) {
    return register -> {
      keyring.migrate();
      register.migrate();
    };
  }
}
