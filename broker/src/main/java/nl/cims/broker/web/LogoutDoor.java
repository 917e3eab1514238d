// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.cims.broker.citizen.DigidLogout;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.tokens.LogoutNews;
import nl.cims.broker.tokens.Logouts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where logouts come in: from a client by the citizen's browser, and from DigiD. A browser's GET
/// ends nothing, except by the name of a session that only DigiD and we know.
@Controller
class LogoutDoor {

  private final Logout logout;
  private final DigidLogout digid;
  private final Clients clients;
  private final LogoutNews news;
  private final LogoutPage pages;

  LogoutDoor(Logout logout, DigidLogout digid, Clients clients, LogoutNews news, LogoutPage pages) {
    this.logout = logout;
    this.digid = digid;
    this.clients = clients;
    this.news = news;
    this.pages = pages;
  }

  /// A portal that asks for itself, over mutual TLS, gets an answer instead of a page: where the
  /// citizen must go to log out at DigiD too. So the ID token never passes his browser.
  @PostMapping(Doors.LOGOUT)
  void leave(
      @RequestParam("id_token_hint") String idToken,
      @RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String next,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<Logout.Leaving> leaving = logout.end(idToken);
    if (leaving.isEmpty()) {
      pages.notDone(request, response);
      return;
    }
    Optional<String> known = Optional.of(next).filter(leaving.get()::mayGoTo);
    Optional<String> digids = leaving.get().login().flatMap(login -> atDigid(login, known));
    if (pages.isForMachine(request)) {
      pages.answer(digids, response);
    } else if (digids.isPresent()) {
      pages.onwards(digids.get(), request, response);
    } else if (known.isPresent()) {
      seeOther(response, known.get());
    } else {
      pages.done(request, response);
    }
  }

  private Optional<String> atDigid(Logouts.Ended login, Optional<String> next) {
    return login.upstream().isEmpty()
        ? Optional.empty()
        : digid.address(login.upstream(), login.client() + " " + next.orElse(""));
  }

  /// Back from DigiD. Changes nothing: it leads on to an address that the client has registered.
  @GetMapping(Doors.LOGOUT_BACK)
  void back(
      @RequestParam(name = "state", defaultValue = "") String state,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String[] parts = state.split(" ", 2);
    Optional<String> next =
        parts.length < 2
            ? Optional.empty()
            : clients
                .find(parts[0])
                .filter(client -> client.postLogoutRedirectUris().contains(parts[1]))
                .map(client -> parts[1]);
    if (next.isPresent()) {
      seeOther(response, next.get());
    } else {
      pages.done(request, response);
    }
  }

  @PostMapping(Doors.LOGOUT_BY_DIGID)
  ResponseEntity<String> told(
      @RequestParam(name = "logout_token", defaultValue = "") String token) {
    Optional<String> session = digid.sessionIn(token);
    session.ifPresent(news::endUpstream);
    return session.isPresent()
        ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).build()
        : ResponseEntity.badRequest()
            .cacheControl(CacheControl.noStore())
            .header("Content-Type", "application/json")
            .body("{\"error\":\"invalid_request\"}");
  }

  @GetMapping(Doors.LOGOUT_IN_FRAME)
  ResponseEntity<Void> toldByBrowser(
      @RequestParam(name = "iss", required = false) @Nullable String issuer,
      @RequestParam(name = "sid", required = false) @Nullable String session) {
    digid.sessionNamed(issuer, session).ifPresent(news::endUpstream);
    return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
  }

  private static void seeOther(HttpServletResponse response, String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
  }
}
