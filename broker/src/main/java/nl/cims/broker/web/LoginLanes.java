// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.cims.broker.BrokerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The citizen's two steps through the broker have a lane each, of a fixed width. Who finds it full
/// for a moment is sent away before anything is asked of the database, so that a flood of logins
/// never takes what machines need: tokens, keys, and what was revoked.
@Component
final class LoginLanes extends OncePerRequestFilter {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final String RETRY_SECONDS = "10";

  private final Map<String, Semaphore> lanes;
  private final BackChannel backChannel;
  private final Refusals refusals;

  LoginLanes(BrokerSettings settings, BackChannel backChannel, Refusals refusals) {
    this.lanes =
        Map.of(
            Doors.AUTHORIZE, new Semaphore(settings.startsAtOnce(), true),
            Doors.CALLBACK, new Semaphore(settings.answersAtOnce(), true));
    this.backChannel = backChannel;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Semaphore lane = backChannel.carries(request) ? null : lanes.get(request.getRequestURI());
    if (lane == null) {
      chain.doFilter(request, response);
    } else if (entered(lane)) {
      try {
        chain.doFilter(request, response);
      } finally {
        lane.release();
      }
    } else {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      refusals.refuse(Refusal.TOO_BUSY, request, response);
    }
  }

  private static boolean entered(@Nullable Semaphore lane) {
    try {
      return lane != null && lane.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
