// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Challenges for passkeys: each for one browser and one purpose, good for five minutes and once.
///
/// A challenge is `random ‖ end ‖ HMAC(random, end, purpose, browser)`, so that nothing is written
/// for whoever merely looks at the login page; what was answered is written until it would have
/// ended. The key lives as long as the process: a restart makes people press the button again.
@Component
class Challenges {

  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 16;
  private static final int HEAD = RANDOM_BYTES + Long.BYTES;
  private static final int LENGTH = HEAD + 32;

  private static final String ANSWER =
      """
      INSERT INTO broker.staff_challenge (challenge, expires_at) VALUES (:challenge, :expires)
      ON CONFLICT DO NOTHING
      """;

  private static final String FORGET = "DELETE FROM broker.staff_challenge WHERE expires_at < :now";

  private final JdbcClient database;
  private final Clock clock;
  private final SecretKeySpec key = new SecretKeySpec(random(32), ALGORITHM);

  Challenges(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  byte[] make(String purpose, BrowserToken browser) {
    byte[] head =
        ByteBuffer.allocate(HEAD)
            .put(random(RANDOM_BYTES))
            .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
            .array();
    return ByteBuffer.allocate(LENGTH).put(head).put(seal(head, purpose, browser)).array();
  }

  /// Uses up a challenge.
  ///
  /// @return whether it was made for this purpose and browser, holds, and was not used before
  boolean answer(byte[] challenge, String purpose, BrowserToken browser) {
    if (challenge.length != LENGTH) {
      return false;
    }
    ByteBuffer buffer = ByteBuffer.wrap(challenge);
    byte[] head = new byte[HEAD];
    byte[] seal = new byte[LENGTH - HEAD];
    buffer.get(head).get(seal);
    Instant end = Instant.ofEpochSecond(ByteBuffer.wrap(head).getLong(RANDOM_BYTES));
    return MessageDigest.isEqual(seal, seal(head, purpose, browser))
        && clock.instant().isBefore(end)
        && database
                .sql(ANSWER)
                .param("challenge", challenge)
                .param("expires", Timestamp.from(end))
                .update()
            == 1;
  }

  @Scheduled(fixedDelayString = "PT5M")
  void forgetEnded() {
    database.sql(FORGET).param("now", Timestamp.from(clock.instant())).update();
  }

  private byte[] seal(byte[] head, String purpose, BrowserToken browser) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(head);
      return mac.doFinal((purpose + "|" + browser.binding()).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
