// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.door;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.cims.broker.BrokerSettings;
import org.springframework.stereotype.Component;

/// Makes sure at the start that browsers can never hold all connections to the database, whatever
/// they do: there are more than their doors have threads.
@Component
final class SharesOfThePool {

  /// Machines need few: each asks for a token once in half an hour.
  private static final int FOR_MACHINES = 4;

  SharesOfThePool(BrokerSettings settings, DataSource database) throws SQLException {
    require(
        settings.citizens().threads(),
        settings.staff().threads(),
        database.unwrap(HikariDataSource.class).getMaximumPoolSize());
  }

  /// @throws IllegalStateException if too few are left
  static void require(int citizens, int staff, int pool) {
    if (pool - citizens - staff < FOR_MACHINES) {
      throw new IllegalStateException(
          "cims.broker.citizens.threads (%d) and cims.broker.staff.threads (%d) leave machines fewer than %d of the %d database connections; raise spring.datasource.hikari.maximum-pool-size or lower the threads."
              .formatted(citizens, staff, FOR_MACHINES, pool));
    }
  }
}
