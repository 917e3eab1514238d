// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether somebody proved so recently that it is he that he may do what cannot be undone: within
/// five minutes, at the level that health data need. A session that stands open on somebody's table
/// is not enough.
///
/// Everything that cannot be undone stands below [#PATHS], where this is asked before anything
/// else. Whoever is refused logs in again and comes back (RFC 9470).
@Component
public class FreshLogin {

  /// Where what cannot be undone stands.
  public static final String PATHS = "/citizen/v1/final/**";

  /// How long a login is fresh.
  public static final Duration LASTS = Duration.ofMinutes(5);

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);

  private final Clock clock;

  FreshLogin(Clock clock) {
    this.clock = clock;
  }

  /// Whether this citizen's login is fresh. One whose time is not known, or is yet to come, is not.
  public boolean isOf(Citizen citizen) {
    Instant now = clock.instant();
    Optional<Instant> at = citizen.loggedInAt();
    return citizen.sufficientlyIdentified()
        && at.filter(login -> login.isAfter(now.minus(LASTS))).isPresent()
        && at.filter(login -> login.isBefore(now.plus(CLOCKS_DIFFER))).isPresent();
  }
}
