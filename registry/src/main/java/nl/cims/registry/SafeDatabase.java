// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import javax.sql.DataSource;
import nl.cims.safeguard.DatabaseRules;
import nl.cims.safeguard.Settings;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks at the database before anybody is let in.
@Component
class SafeDatabase {

  /// @param migrated is there once the migrations have made our role
  SafeDatabase(DataSource source, Environment environment, JdbcClient migrated) {
    DatabaseRules.require(source, new Settings(environment));
  }
}
