// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// The register's keys, kept for some minutes, and through an outage for as long as it lasts. A key
/// that is not among them makes the portal ask anew, but not more than once in ten seconds,
/// whatever people type.
@Component
final class SealKeys {

  static final Duration FRESH = Duration.ofMinutes(5);
  static final Duration PAUSE = Duration.ofSeconds(10);
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  /// What came of the search for a key.
  sealed interface Found {

    /// It is one of the register's.
    record Key(ECKey key) implements Found {}

    /// It is none of them, as far as can be known now.
    enum Nothing implements Found {
      /// The register does not know it.
      UNKNOWN,
      /// The register cannot be asked.
      UNREACHABLE
    }
  }

  private record Held(JWKSet keys, Instant asked, Instant due, boolean failed) {}

  private final Supplier<Optional<JWKSet>> server;
  private final Clock clock;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Held held = new Held(new JWKSet(), Instant.EPOCH, Instant.EPOCH, true);

  SealKeys(Supplier<Optional<JWKSet>> server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  /// The key of this name. Whoever finds it among those kept waits for nobody, but for one now and
  /// then who asks for fresh ones.
  Found find(String name) {
    if (held.keys.getKeyByKeyId(name) != null) {
      if (isDue(held.due) && asking.tryLock()) {
        try {
          ask(held.due);
        } finally {
          asking.unlock();
        }
      }
    } else {
      asking.lock();
      try {
        ask(held.asked.plus(held.failed ? PAUSE_AFTER_FAILURE : PAUSE));
      } finally {
        asking.unlock();
      }
    }
    return among(held, name);
  }

  private static Found among(Held held, String name) {
    if (held.keys.getKeyByKeyId(name) instanceof ECKey key) {
      return new Found.Key(key);
    }
    return held.failed ? Found.Nothing.UNREACHABLE : Found.Nothing.UNKNOWN;
  }

  private void ask(Instant due) {
    if (!isDue(due)) {
      return;
    }
    Optional<JWKSet> keys = server.get();
    Instant now = clock.instant();
    held =
        keys.map(set -> new Held(set, now, now.plus(FRESH), false))
            .orElseGet(() -> new Held(held.keys, now, now.plus(PAUSE_AFTER_FAILURE), true));
  }

  private boolean isDue(Instant due) {
    return !clock.instant().isBefore(due);
  }
}
