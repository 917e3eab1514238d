// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.cims.broker.clients.Client;
import nl.cims.broker.staff.Entrance;
import nl.cims.broker.staff.StaffSession;
import nl.cims.broker.web.templates.staff.JtelogoutGenerated;
import nl.cims.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// Logging out, by the button on every page or because a console asks for it (OpenID Connect
/// RP-Initiated Logout). A console that shows the ID token of this very session is believed; for
/// anything else a page asks first, so that no link logs anybody out.
@Controller
class LogoutPages {

  private final Frames frames;
  private final Entrance entrance;
  private final LogoutHints hints;

  LogoutPages(Frames frames, Entrance entrance, LogoutHints hints) {
    this.frames = frames;
    this.entrance = entrance;
    this.hints = hints;
  }

  @GetMapping(StaffRoute.Paths.LOGOUT)
  ResponseEntity<String> asked(
      HttpServletRequest request,
      @RequestParam(name = "id_token_hint", defaultValue = "") String hint,
      @RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String back,
      @RequestParam(required = false) @Nullable String state) {
    Optional<LogoutHints.Hint> shown = hints.read(hint);
    Optional<StaffSession> session = StaffVisit.of(request).session();
    Optional<String> address =
        shown.map(LogoutHints.Hint::client).flatMap(client -> address(client, back, state));
    boolean believed =
        session.isEmpty() || shown.filter(each -> each.isOf(session.get())).isPresent();
    if (believed) {
      session.ifPresent(entrance::logout);
      return address.map(Views::to).orElseGet(() -> page(request, true));
    }
    return page(request, false);
  }

  @PostMapping(StaffRoute.Paths.LOGOUT)
  ResponseEntity<String> logout(HttpServletRequest request) {
    StaffVisit.of(request).session().ifPresent(entrance::logout);
    return Views.to(StaffRoute.LOGOUT.path());
  }

  private static Optional<String> address(Client client, String back, @Nullable String state) {
    if (!client.postLogoutRedirectUris().contains(back)) {
      return Optional.empty();
    }
    UriComponentsBuilder address = UriComponentsBuilder.fromUriString(back);
    return Optional.of(
        state == null
            ? address.build().toUriString()
            : address.queryParam("state", "{state}").encode().buildAndExpand(state).toUriString());
  }

  private ResponseEntity<String> page(HttpServletRequest request, boolean done) {
    Page page = frames.of(request, done ? "logout.done" : "logout.title");
    return Views.page(
        out -> JtelogoutGenerated.render(out, null, page, Frames.formToken(request), done));
  }
}
