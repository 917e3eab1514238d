// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import nl.cims.testkit.certificates.CertificateAuthority;

/// Asks a process whether it is ready.
final class Health {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final Home home;
  private final int offset;
  private final HttpClient client;

  /// @param authority whose certificates the processes trust; any of them may read health
  Health(Home home, int offset, CertificateAuthority authority) {
    this.home = home;
    this.offset = offset;
    this.client =
        HttpClient.newBuilder()
            .sslContext(authority.tlsAs(authority.issue(Deployable.GATEWAY.title())))
            .connectTimeout(Duration.ofSeconds(2))
            .build();
  }

  /// Waits until the process is ready.
  ///
  /// @throws CannotProceed if it ends, or takes too long
  void await(Deployable deployable, ProcessHandle process) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!isReady(deployable)) {
      if (!process.isAlive()) {
        throw new CannotProceed(
            "The %s ended while it was starting; see %s."
                .formatted(deployable.title(), home.log(deployable.title())));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new CannotProceed(
            "The %s is not ready after %d minutes; see %s."
                .formatted(deployable.title(), PATIENCE.toMinutes(), home.log(deployable.title())));
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  boolean isReady(Deployable deployable) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(deployable.address(offset) + "/actuator/health"))
            .timeout(Duration.ofSeconds(3))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
