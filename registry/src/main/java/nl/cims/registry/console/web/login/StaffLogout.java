// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
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

/// Ends a login here and at the broker: the session and its cookie are gone, the access token is
/// revoked (RFC 7009). A broker that does not answer keeps nobody logged in.
@Component
@WithConsole
final class StaffLogout implements LogoutHandler, LogoutSuccessHandler {

  private static final Logger LOG = LoggerFactory.getLogger(StaffLogout.class);
  private static final String COOKIE_GONE =
      "__Host-console=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";

  private final RestClient client;
  private final BrokerChannel channel;
  private final String clientId;

  StaffLogout(BrokerChannel channel, ConsoleSettings settings) {
    this.client = RestClient.builder().requestFactory(channel.connections()).build();
    this.channel = channel;
    this.clientId = settings.clientId();
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof StaffLogin login) {
      revoke(login);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, COOKIE_GONE);
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication)
      throws IOException {
    response.sendRedirect(afterwards(request).address(StaffWish.language(request)));
  }

  /// The page after a logout: another one if it was the time that asked for it.
  private static ConsolePage afterwards(HttpServletRequest request) {
    return request.getParameter("ended") == null
        ? ConsolePage.LOGGED_OUT
        : ConsolePage.SESSION_ENDED;
  }

  private void revoke(StaffLogin login) {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("token", login.accessToken().reveal());
    form.add("token_type_hint", "access_token");
    form.add("client_id", clientId);
    try {
      client
          .post()
          .uri(channel.revocation())
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .body(form)
          .retrieve()
          .toBodilessEntity();
    } catch (RestClientException failed) {
      LOG.warn("A token of staff could not be revoked: {}", failed.getClass().getSimpleName());
    }
  }
}
