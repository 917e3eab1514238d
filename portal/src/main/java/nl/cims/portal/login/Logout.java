// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
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
import org.springframework.web.util.WebUtils;

/// Ends a login everywhere: the broker is told first, which refuses the access token from then on
/// and says where DigiD too can be told; then the session and its cookie are gone here. A broker
/// that does not answer keeps nobody logged in.
@Component
public final class Logout implements LogoutHandler, LogoutSuccessHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Logout.class);
  private static final String COOKIE_GONE =
      "__Host-portal=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";

  /// A minute is enough: the browser comes at once.
  private static final String ONWARDS = "__Host-onwards";

  private final RestClient client;
  private final BackChannel back;
  private final PortalSettings settings;

  Logout(BackChannel back, PortalSettings settings) {
    this.client = RestClient.builder().requestFactory(back.connections()).build();
    this.back = back;
    this.settings = settings;
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication != null && authentication.getPrincipal() instanceof Citizen citizen) {
      tell(citizen, request).ifPresent(digid -> response.addHeader(HttpHeaders.SET_COOKIE, digid));
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

  /// Tells the broker, with the ID token, which so never passes the browser.
  ///
  /// @return the cookie with the address at which DigiD is told, for the page after this
  private Optional<String> tell(Citizen citizen, HttpServletRequest request) {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("id_token_hint", citizen.tokens().id().reveal());
    form.add(
        "post_logout_redirect_uri",
        settings.publicAddress().resolve(afterwards(request)).toString());
    try {
      Onwards answer =
          client
              .post()
              .uri(back.logout())
              .contentType(MediaType.APPLICATION_FORM_URLENCODED)
              .body(form)
              .retrieve()
              .body(Onwards.class);
      return Optional.ofNullable(answer).map(Onwards::address).map(Logout::cookie);
    } catch (RestClientException failed) {
      LOG.warn("The broker did not hear of a logout: {}", failed.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  /// The address at which DigiD is told of the logout that has just been, taken out of its cookie.
  public static Optional<String> onwards(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, ONWARDS);
    if (cookie == null) {
      return Optional.empty();
    }
    response.addHeader(HttpHeaders.SET_COOKIE, ONWARDS + "=; Path=/; Max-Age=0; Secure; HttpOnly");
    byte[] address = Base64.getUrlDecoder().decode(cookie.getValue());
    return Optional.of(new String(address, StandardCharsets.UTF_8));
  }

  private static String cookie(String address) {
    byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
    return ONWARDS
        + "="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
        + "; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax";
  }

  /// What the broker answers.
  ///
  /// @param address at DigiD; absent if nobody there needs to hear of it
  private record Onwards(@JsonProperty("onwards") @Nullable String address) {}
}
