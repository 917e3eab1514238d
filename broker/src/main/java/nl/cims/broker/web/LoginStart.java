// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.cims.broker.citizen.Citizen;
import nl.cims.broker.citizen.DigidReach;
import nl.cims.broker.citizen.DigidRequests;
import nl.cims.broker.citizen.PendingLogin;
import nl.cims.broker.staff.StaffSession;
import nl.cims.broker.staff.web.ConsoleRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;

/// Takes a checked request of the portal to DigiD, and one of a console to the login of staff.
/// Every request gets a login of its own: a citizen is logged in for the one request that he was
/// asked for, and for that only once.
@Component
class LoginStart {

  private static final Logger LOG = LoggerFactory.getLogger(LoginStart.class);

  private final DigidRequests digid;
  private final DigidReach reach;
  private final PortalAnswers answers;
  private final Refusals refusals;
  private final ConsoleRequests consoles;
  private final Clock clock;

  LoginStart(
      WayToDigid digid,
      PortalAnswers answers,
      Refusals refusals,
      ConsoleRequests consoles,
      Clock clock) {
    this.clock = clock;
    this.digid = digid.requests;
    this.reach = digid.reach;
    this.answers = answers;
    this.refusals = refusals;
    this.consoles = consoles;
  }

  /// How one gets to DigiD.
  @Component
  record WayToDigid(DigidRequests requests, DigidReach reach) {}

  /// Whether this is the citizen's own request, the one he has just been to DigiD for.
  static boolean isFor(Authentication authentication, HttpServletRequest request) {
    return switch (authentication.getPrincipal()) {
      case Citizen citizen -> citizen.pending().query().equals(request.getQueryString());
      case StaffSession staff -> true; // ConsoleRequests has let nobody else through.
      case null, default -> false;
    };
  }

  /// Begins a login for this request, or says why there is none.
  void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object checked =
        request.getAttribute(OAuth2AuthorizationCodeRequestAuthenticationToken.class.getName());
    if (!(checked instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked)
        || asked.getRedirectUri() == null) {
      refusals.refuse(Refusal.BAD_REQUEST, request, response);
      return;
    }
    PendingLogin pending =
        new PendingLogin(
            asked.getClientId(),
            asked.getRedirectUri(),
            asked.getState(),
            String.valueOf(request.getQueryString()),
            clock.instant(),
            language(request));
    if ("none".equals(asked.getAdditionalParameters().get("prompt"))) {
      answers.error(request, response, pending, "login_required");
    } else if (consoles.isFrom(asked.getClientId())) {
      response.sendRedirect(ConsoleRequests.login(request));
    } else if (!reach.answers()) {
      LOG.info("a login was not begun: DigiD is not reachable");
      answers.error(request, response, pending, "temporarily_unavailable");
    } else {
      toDigid(pending, request, response);
    }
  }

  private void toDigid(
      PendingLogin pending, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession earlier = request.getSession(false);
    if (earlier != null) {
      earlier.invalidate();
    }
    Optional<String> address = digid.begin(pending, request, response);
    if (address.isPresent()) {
      response.sendRedirect(address.get());
    } else {
      answers.error(request, response, pending, "invalid_request");
    }
  }

  private static String language(HttpServletRequest request) {
    String wanted = request.getParameter("ui_locales");
    List<String> locales = wanted == null ? List.of() : List.of(wanted.split(" "));
    return locales.stream().filter(l -> l.equals("nl") || l.equals("en")).findFirst().orElse("nl");
  }
}
