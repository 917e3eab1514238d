// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A way that so many may be on at one moment. Who finds it full waits a little, in the order of
/// coming.
final class Lane {

  private final Semaphore places;
  private final Duration patience;

  /// @param width how many may be on it at one moment
  /// @param patience how long the next waits
  Lane(int width, Duration patience) {
    this.places = new Semaphore(width, true);
    this.patience = patience;
  }

  /// What somebody does on his way.
  interface Passage {
    void go() throws IOException, ServletException;
  }

  /// Lets somebody through; false if it stayed full, and then nothing was done.
  boolean through(Passage passage) throws IOException, ServletException {
    if (!entered()) {
      return false;
    }
    try {
      passage.go();
      return true;
    } finally {
      places.release();
    }
  }

  private boolean entered() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
