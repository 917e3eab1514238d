// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/// Those who come back from the broker pass a few at a time, because each waits for the broker once
/// more: a slow broker holds up these few, and nobody who reads his pages.
final class CallbackLane extends OncePerRequestFilter {

  private static final String CALLBACK = "/login/oauth2/code/broker";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Semaphore places;

  CallbackLane(int width) {
    this.places = new Semaphore(width, true);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CALLBACK.equals(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!entered()) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }

  private boolean entered() {
    try {
      return places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
