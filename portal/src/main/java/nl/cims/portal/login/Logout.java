// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.cims.pages.Language;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Ends a login everywhere: the access token is revoked at the broker (RFC 7009), the session and
/// its cookie are gone here. The broker keeps no session of a citizen. A broker that does not
/// answer keeps nobody logged in.
@Component
final class Logout implements LogoutHandler, LogoutSuccessHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Logout.class);
  private static final String COOKIE_GONE =
      "__Host-portal=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";

  private final RestClient client;
  private final BackChannel back;
  private final String clientId;

  Logout(BackChannel back, PortalSettings settings) {
    this.client = RestClient.builder().requestFactory(back.connections()).build();
    this.back = back;
    this.clientId = settings.clientId();
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof Citizen citizen) {
      revoke(citizen);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, COOKIE_GONE);
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws java.io.IOException {
    response.sendRedirect(afterwards(request));
  }

  /// The page after a logout: another one if it was the time that asked for it.
  static String afterwards(HttpServletRequest request) {
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    PortalPage page =
        request.getParameter("ended") == null ? PortalPage.LOGGED_OUT : PortalPage.SESSION_ENDED;
    return page.address(language);
  }

  private void revoke(Citizen citizen) {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("token", citizen.accessToken().reveal());
    form.add("token_type_hint", "access_token");
    form.add("client_id", clientId);
    try {
      client
          .post()
          .uri(back.revocation())
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .body(form)
          .retrieve()
          .toBodilessEntity();
    } catch (RestClientException failed) {
      LOG.warn("A token could not be revoked: {}", failed.getClass().getSimpleName());
    }
  }
}
