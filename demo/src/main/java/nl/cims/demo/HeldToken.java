// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// A token that is renewed when half its life is over: a broker that is away for as long as the
/// other half costs no message. Tokens of parties live an hour (adr/0024).
final class HeldToken {

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private final Issuer issuer;
  private final Clock clock;
  private Issued held = new Issued("", Duration.ZERO);
  private Instant renewal = Instant.MIN;
  private Instant end = Instant.MIN;

  HeldToken(Issuer issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /// Who gives tokens.
  interface Issuer {

    /// @throws CannotProceed if there is none now
    Issued issue() throws InterruptedException;
  }

  /// A token as it was given.
  ///
  /// @param life how long it is good for
  record Issued(String token, Duration life) {}

  /// A token that is good now.
  ///
  /// @throws CannotProceed if there is none
  String now() throws InterruptedException {
    Instant now = clock.instant();
    if (!now.isBefore(renewal)) {
      try {
        held = issuer.issue();
        renewal = now.plus(held.life().dividedBy(2));
        end = now.plus(held.life());
      } catch (CannotProceed notNow) {
        if (!now.isBefore(end)) {
          throw notNow;
        }
        renewal = now.plus(BETWEEN_TRIES);
      }
    }
    return held.token();
  }
}
