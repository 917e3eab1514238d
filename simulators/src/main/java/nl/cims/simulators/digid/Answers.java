// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Component;

/// Logins whose code has not been redeemed yet. A code works once, for a minute.
@Component
final class Answers {

  private static final Duration LIFETIME = Duration.ofMinutes(1);

  private final Map<String, Answer> byCode = new ConcurrentHashMap<>();
  private final Map<String, Answer> byToken = new ConcurrentHashMap<>();
  private final Clock clock;

  Answers(Clock clock) {
    this.clock = clock;
  }

  /// Who logged in, how, and what is wrong with the answer.
  ///
  /// @param login its name: `sub` and, with a letter before it, `sid`
  record Answer(
      Question question,
      Bsn bsn,
      AssuranceLevel level,
      Unusual unusual,
      Instant until,
      UUID login) {}

  /// Keeps the login and returns its code.
  String keep(Question question, Bsn bsn, AssuranceLevel level, Unusual unusual) {
    Instant now = clock.instant();
    byCode.values().removeIf(old -> old.until().isBefore(now));
    byToken.values().removeIf(old -> old.until().isBefore(now));
    String code = UUID.randomUUID().toString();
    byCode.put(
        code, new Answer(question, bsn, level, unusual, now.plus(LIFETIME), UUID.randomUUID()));
    return code;
  }

  /// The login behind this code; the code does not work again.
  Optional<Answer> redeem(String code) {
    return Optional.ofNullable(byCode.remove(code))
        .filter(answer -> answer.until().isAfter(clock.instant()));
  }

  /// Gives out an access token for this login.
  String token(Answer answer) {
    String token = UUID.randomUUID().toString();
    byToken.put(token, answer);
    return token;
  }

  /// The login that this access token was given out for.
  Optional<Answer> byToken(String token) {
    return Optional.ofNullable(byToken.get(token))
        .filter(answer -> answer.until().isAfter(clock.instant()));
  }
}
