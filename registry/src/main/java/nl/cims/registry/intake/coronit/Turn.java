// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;

/// Lets one at a time read rows and take them, among everybody on our database: pull and nightly
/// comparison, and other processes of the registry. So what was read is never older than what was
/// taken. PostgreSQL gives the turn back by itself when its holder dies.
final class Turn {

  private static final long NUMBER = 0x636f726f6e6974L; // "coronit"
  private static final Duration BETWEEN = Duration.ofMillis(10);
  private static final int MOST_TRIES = 3_000;

  private final DataSource ours;

  Turn(DataSource ours) {
    this.ours = ours;
  }

  /// Does this in a turn of its own.
  ///
  /// @throws CannotAcquireLockException if the turn of another does not end in half a minute
  <A> A take(Supplier<A> work) {
    try (Connection connection = ours.getConnection()) {
      await(connection);
      try {
        return work.get();
      } finally {
        ask(connection, "SELECT pg_advisory_unlock(?)");
      }
    } catch (SQLException failed) {
      throw new DataAccessResourceFailureException("the turn could not be kept", failed);
    }
  }

  private static void await(Connection connection) throws SQLException {
    for (int tries = 0; !ask(connection, "SELECT pg_try_advisory_lock(?)"); tries++) {
      if (tries == MOST_TRIES || Thread.currentThread().isInterrupted()) {
        throw new CannotAcquireLockException("another has the turn");
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setLong(1, NUMBER);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
