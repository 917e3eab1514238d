// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.door.Door;
import nl.cims.broker.door.Entrances;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The citizen's two steps through the broker have a lane each, narrower than their door: when one
/// of them gets stuck, on the database or on DigiD, the other goes on, and whoever comes is told
/// that it is busy before anything is asked of the database.
@Component
final class LoginLanes extends OncePerRequestFilter {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final String RETRY_SECONDS = "10";

  private final Map<String, Lane> lanes;
  private final Entrances entrances;
  private final Refusals refusals;

  LoginLanes(BrokerSettings settings, Entrances entrances, Refusals refusals) {
    BrokerSettings.Citizens width = settings.citizens();
    this.lanes =
        Map.of(
            Doors.AUTHORIZE, new Lane(width.startsAtOnce(), PATIENCE),
            Doors.CALLBACK, new Lane(width.answersAtOnce(), PATIENCE));
    this.entrances = entrances;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Lane lane = lanes.get(request.getRequestURI());
    if (lane == null || entrances.of(request) != Door.CITIZENS) {
      chain.doFilter(request, response);
    } else if (!lane.through(() -> chain.doFilter(request, response))) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      refusals.refuse(Refusal.TOO_BUSY, request, response);
    }
  }
}
