// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The logins that were begun and of which DigiD has said nothing yet. Each is kept by the browser
/// that began it, in a sealed cookie, so that a million of them cost the broker no memory.
@Component
final class BegunLogins {

  static final String COOKIE = "__Host-login";

  /// Browsers keep no larger one.
  private static final int LARGEST_COOKIE = 4_000;

  private static final Duration GOOD_FOR = Duration.ofMinutes(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SealedCookie cookies = new SealedCookie();
  private final Clock clock;

  BegunLogins(Clock clock) {
    this.clock = clock;
  }

  /// A login that was begun.
  ///
  /// @param state by which DigiD's answer is recognised
  /// @param nonce that its ID token must hold
  /// @param verifier with which its code is redeemed (RFC 7636)
  /// @param pending what the portal asked for
  record Begun(String state, String nonce, String verifier, PendingLogin pending) {}

  /// Gives it to the browser to keep, in the place of an earlier one; false if it is too large.
  boolean keep(Begun begun, HttpServletResponse response) {
    String value = cookies.seal(JSON.writeValueAsBytes(begun));
    if (value.length() > LARGEST_COOKIE) {
      return false;
    }
    set(value, GOOD_FOR, response);
    return true;
  }

  /// The login of this browser; empty if there is none, or not any more.
  Optional<Begun> of(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null
        ? Optional.empty()
        : cookies
            .open(cookie.getValue())
            .map(BegunLogins::read)
            .filter(begun -> clock.instant().isBefore(begun.pending().since().plus(GOOD_FOR)));
  }

  /// Takes it from the browser.
  void forget(HttpServletResponse response) {
    set("", Duration.ZERO, response);
  }

  private static Begun read(byte[] content) {
    try {
      return JSON.readValue(content, Begun.class);
    } catch (JacksonException impossible) {
      throw new IllegalStateException("what is sealed is what was written", impossible);
    }
  }

  private static void set(String value, Duration life, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(life)
            .build()
            .toString());
  }
}
