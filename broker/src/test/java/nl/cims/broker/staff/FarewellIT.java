// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import nl.cims.broker.support.Console;
import nl.cims.broker.support.RunningBroker;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the broker tells a console, it tells nobody who holds a certificate that was taken back.
class FarewellIT {

  private final RunningBroker broker = RunningBroker.shared();
  private final JdbcClient database = broker.context().getBean(JdbcClient.class);
  private final UUID session = UUID.randomUUID();

  @Test
  void aConsoleWhoseCertificateIsRevokedHearsNothingAndItsSuccessorDoes() throws Exception {
    Issued stolen = broker.authority().issue("console-of-before");
    broker.authority().revoke(stolen);
    StaffRig.staff(broker);
    try (Console thief = new Console(broker, stolen)) {
      broker
          .context()
          .getBean(Farewells.class)
          .announce(
              new StaffId(
                  database.sql("SELECT id FROM broker.staff LIMIT 1").query(UUID.class).single()),
              session);
      await().atMost(Duration.ofSeconds(30)).until(this::wasTriedTwice);
      assertThat(thief.heardAnything()).isFalse();
    }
    try (Console console = new Console(broker)) {
      console.hears("sid", session.toString());
    }
  }

  /// The second time begins when the first is over.
  private boolean wasTriedTwice() {
    return database
            .sql(
                "UPDATE broker.staff_farewell SET next_at = now() WHERE sid = :sid RETURNING tries")
            .param("sid", session)
            .query(Integer.class)
            .single()
        >= 2;
  }
}
