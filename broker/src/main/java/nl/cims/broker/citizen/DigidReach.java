// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether DigiD answers, so that nobody is sent to an address where nothing is. Asked at most once
/// in three seconds, however many want to log in.
@Component
public final class DigidReach {

  private static final Logger LOG = LoggerFactory.getLogger(DigidReach.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofSeconds(3);

  private final URI keys;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Observation last = new Observation(true, Instant.EPOCH);

  DigidReach(DigidSettings digid, Clock clock) {
    this.keys = digid.jwksUri();
    this.clock = clock;
  }

  /// Whether DigiD answered lately. Only one caller waits for it; the others go by what is known.
  public boolean answers() {
    if (last.at().plus(FRESH).isBefore(clock.instant()) && asking.tryLock()) {
      try {
        boolean answered = ask();
        if (answered != last.answered()) {
          LOG.warn("DigiD is {}", answered ? "reachable again" : "not reachable");
        }
        last = new Observation(answered, clock.instant());
      } finally {
        asking.unlock();
      }
    }
    return last.answered();
  }

  private boolean ask() {
    HttpRequest request = HttpRequest.newBuilder(keys).timeout(PATIENCE).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException unreachable) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private record Observation(boolean answered, Instant at) {}
}
