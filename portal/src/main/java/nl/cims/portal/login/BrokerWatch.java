// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Knows whether the broker answers, so that nobody is sent to a site that is down. Looks again at
/// most every three seconds, however many people ask.
@Component
public final class BrokerWatch {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final int ATTEMPTS = 2;

  private record Look(Instant at, boolean answered) {}

  private final RestClient client;
  private final BackChannel back;
  private final Clock clock;
  private final AtomicReference<Look> last = new AtomicReference<>(new Look(Instant.MIN, false));

  BrokerWatch(BackChannel back, Clock clock) {
    this.client = RestClient.builder().requestFactory(back.connections()).build();
    this.back = back;
    this.clock = clock;
  }

  /// Whether the broker answered within the last seconds.
  public boolean answers() {
    Look seen = last.get();
    Instant now = clock.instant();
    if (seen.at().isAfter(now.minus(FRESH))) {
      return seen.answered();
    }
    Look claimed = new Look(now, seen.answered());
    // One asks; those who come meanwhile get the answer before.
    if (seen.at().equals(Instant.MIN) || last.compareAndSet(seen, claimed)) {
      boolean answered = ask();
      last.set(new Look(clock.instant(), answered));
      return answered;
    }
    return last.get().answered();
  }

  /// Asks once when the portal has started, so that the first citizen finds a connection.
  @EventListener(ApplicationReadyEvent.class)
  void started() {
    if (!answers()) {
      LOG.warn("The portal has started without its broker; logging in waits for it");
    }
  }

  /// One slow handshake is no outage: only two failures in a row are.
  private boolean ask() {
    return IntStream.range(0, ATTEMPTS).anyMatch(attempt -> fetch());
  }

  private boolean fetch() {
    try {
      client.get().uri(back.keys()).retrieve().toBodilessEntity();
      return true;
    } catch (RestClientException unreachable) {
      LOG.warn("The broker does not answer: {}", unreachable.getClass().getSimpleName());
      return false;
    }
  }
}
