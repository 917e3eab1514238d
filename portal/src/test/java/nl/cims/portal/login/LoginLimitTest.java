// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.cims.vocabulary.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

class LoginLimitTest {

  private static final Instant LOGIN = Instant.parse("2026-11-20T09:00:00Z");

  private final MockHttpSession session = new MockHttpSession();

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void endsALoginWhenItsHourIsUp() throws ServletException, IOException {
    requestAt(LOGIN.plusSeconds(3600));
    assertThat(session.isInvalid()).isTrue();
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
  }

  @Test
  void leavesALoginAloneUntilThen() throws ServletException, IOException {
    requestAt(LOGIN.plusSeconds(3599));
    assertThat(session.isInvalid()).isFalse();
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
  }

  private void requestAt(Instant now) throws ServletException, IOException {
    Citizen citizen =
        new Citizen(
            "pseudonym",
            new Tokens(new Secret("token"), new Secret("id"), "session"),
            LOGIN,
            LOGIN.plus(LoginEnd.LONGEST));
    SecurityContextHolder.getContext()
        .setAuthentication(
            new OAuth2AuthenticationToken(citizen, citizen.getAuthorities(), "broker"));
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/nl/mijn-vaccinaties");
    request.setSession(session);
    new LoginLimit(Clock.fixed(now, ZoneOffset.UTC))
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }
}
