// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import javax.sql.DataSource;
import nl.cims.safeguard.DatabaseRules;
import nl.cims.safeguard.Settings;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Looks at the database before anybody is let in, and after the migrations have made our role.
@Component
@DependsOnDatabaseInitialization
class SafeDatabase {

  SafeDatabase(DataSource source, Environment environment) {
    DatabaseRules.require(source, new Settings(environment));
  }
}
