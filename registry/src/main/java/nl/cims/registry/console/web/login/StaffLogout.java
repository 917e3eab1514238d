// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Ends a login here, and then at the broker (OpenID Connect RP-Initiated Logout), which leads back
/// to a page of ours. A broker that does not answer keeps nobody logged in.
@Component
@WithConsole
final class StaffLogout implements LogoutHandler, LogoutSuccessHandler {

  private static final String COOKIE_GONE =
      "__Host-console=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";

  private final ConsoleSettings settings;

  StaffLogout(ConsoleSettings settings) {
    this.settings = settings;
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    response.addHeader(HttpHeaders.SET_COOKIE, COOKIE_GONE);
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    // Whom the time logs out here, it logs out there.
    if (request.getParameter("ended") != null
        || authentication == null
        || !(authentication.getPrincipal() instanceof StaffLogin login)) {
      response.sendRedirect(ConsolePage.SESSION_ENDED.address(StaffWish.language(request)));
      return;
    }
    String back = ConsolePage.LOGGED_OUT.address(StaffWish.language(request));
    response.sendRedirect(
        UriComponentsBuilder.fromUri(settings.broker().logout())
            .queryParam("id_token_hint", login.logoutHint().reveal())
            .queryParam("post_logout_redirect_uri", settings.publicAddress().resolve(back))
            .toUriString());
  }
}
