// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import nl.cims.registry.console.WithConsole;
import org.springframework.stereotype.Component;

/// Which logins the broker has ended, for as long as any of them could last: one of them, or all of
/// somebody, for example because his account was taken from him.
@Component
@WithConsole
class EndedLogins {

  private static final int MOST = 100_000;

  private final Cache<String, Boolean> sessions =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(StaffLogin.LONGEST).build();
  private final Cache<String, Instant> people =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(StaffLogin.LONGEST).build();
  private final Clock clock;

  EndedLogins(Clock clock) {
    this.clock = clock;
  }

  void endSession(String brokerSession) {
    sessions.put(brokerSession, true);
  }

  /// Ends all that somebody has begun until now.
  void endAllOf(String employee) {
    people.put(employee, clock.instant());
  }

  /// Whether this one may go on.
  boolean holds(StaffLogin login) {
    Instant ended = people.getIfPresent(login.employee().id());
    return sessions.getIfPresent(login.brokerSession()) == null
        && (ended == null || login.provenAt().isAfter(ended))
        && clock.instant().isBefore(login.until());
  }
}
