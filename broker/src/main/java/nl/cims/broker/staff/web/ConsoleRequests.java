// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.cims.broker.clients.ClientKind;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.door.Door;
import nl.cims.broker.door.Entrances;
import nl.cims.broker.staff.Sessions;
import nl.cims.broker.staff.StaffAuthentication;
import nl.cims.broker.staff.StaffSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/// Consoles that ask for a login (OpenID Connect Core, section 3.1.2.1). For them there is nobody
/// but staff, and staff are there for nobody else: whoever DigiD has logged in does not count here.
/// They ask at the door of staff, and nobody else does.
@Component
public final class ConsoleRequests extends OncePerRequestFilter {

  static final String AUTHORIZE = "/oauth2/authorize";

  private final Clients clients;
  private final Sessions sessions;
  private final Entrances entrances;
  private final Clock clock;

  ConsoleRequests(Clients clients, Sessions sessions, Entrances entrances, Clock clock) {
    this.clients = clients;
    this.entrances = entrances;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// Whether this client is a console.
  public boolean isFrom(String clientId) {
    return clients.find(clientId).filter(found -> found.kind() == ClientKind.CONSOLE).isPresent();
  }

  /// Where somebody logs in for this request.
  public static String login(HttpServletRequest request) {
    return UriComponentsBuilder.fromPath(StaffRoute.LOGIN.path())
        .queryParam(LoginPages.REQUEST, "{request}")
        .encode()
        .buildAndExpand(String.valueOf(request.getQueryString()))
        .toUriString();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().equals(AUTHORIZE)) {
      String clientId = request.getParameter("client_id");
      boolean console = clientId != null && isFrom(clientId);
      if (console != (entrances.of(request) == Door.STAFF)) {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        return;
      }
      if (console) {
        recognise(request);
      }
    }
    chain.doFilter(request, response);
  }

  private void recognise(HttpServletRequest request) {
    Optional<StaffSession> session =
        StaffVisit.token(request)
            .flatMap(sessions::visit)
            .filter(StaffSession::isComplete)
            .filter(someone -> satisfies(someone, request));
    SecurityContextImpl context = new SecurityContextImpl();
    session.map(StaffAuthentication::new).ifPresent(context::setAuthentication);
    SecurityContextHolder.setContext(context);
  }

  /// Whether his login is good enough: made for this very request, or recent enough if the console
  /// does not insist on a new one.
  private boolean satisfies(StaffSession session, HttpServletRequest request) {
    if (sessions.takeAnswer(session, String.valueOf(request.getQueryString()))) {
      return true;
    }
    String prompt = request.getParameter("prompt");
    List<String> prompts = prompt == null ? List.of() : Arrays.asList(prompt.split(" "));
    return !prompts.contains("login")
        && !prompts.contains("select_account")
        && age(request).map(age -> session.isWithin(age, clock.instant())).orElse(true);
  }

  /// `max_age` in seconds; what is no number asks for a new login.
  private static Optional<Duration> age(HttpServletRequest request) {
    String age = request.getParameter("max_age");
    if (age == null) {
      return Optional.empty();
    }
    return Optional.of(
        age.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(age)) : Duration.ZERO);
  }
}
