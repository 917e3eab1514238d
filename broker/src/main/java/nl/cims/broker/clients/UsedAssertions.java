// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The assertions that were used and have not ended yet, for all brokers together. They are kept as
/// hashes: what clients write into `jti` is their own business.
@Component
class UsedAssertions {

  private static final String USE =
      """
      INSERT INTO broker.used_assertion (id, ends_at) VALUES (:id, :ends) ON CONFLICT DO NOTHING
      """;

  private static final String FORGET = "DELETE FROM broker.used_assertion WHERE ends_at < :now";

  private final JdbcClient database;
  private final Clock clock;

  UsedAssertions(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Uses an assertion up.
  ///
  /// @param ends until when it must be remembered
  /// @return whether this is the first time
  boolean use(String client, String id, Instant ends) {
    database.sql(FORGET).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    return database
            .sql(USE)
            .param("id", digest(client, id))
            .param("ends", ends.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static byte[] digest(String client, String id) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((client + "\n" + id).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
