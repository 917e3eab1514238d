// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.cims.broker.citizen.BegunLogins.Begun;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// What a browser keeps for us while its citizen is with DigiD.
class BegunLoginsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final BegunLogins begun = at(NOW);
  private final Begun login = login("/oauth2/authorize?x=1");

  @Test
  void comesBackAsItWent() {
    assertThat(read(begun, kept(login))).contains(login);
  }

  @Test
  void saysNothingToTheBrowserThatKeepsIt() {
    assertThat(kept(login)).doesNotContain("the-verifier").hasSizeGreaterThan(100);
    assertThat(kept(login)).as("sealed anew each time").isNotEqualTo(kept(login));
  }

  @Test
  void isNothingOnceAnyPartOfItIsChanged() {
    String value = kept(login);
    for (int place = 0; place < value.length() - 1; place++) {
      char other = value.charAt(place) == 'A' ? 'B' : 'A';
      String changed = value.substring(0, place) + other + value.substring(place + 1);
      assertThat(read(begun, changed)).as("changed at %d", place).isEmpty();
    }
    assertThat(read(begun, "")).isEmpty();
    assertThat(read(begun, "%%")).isEmpty();
    assertThat(read(begun, value.substring(0, 12))).isEmpty();
  }

  @Test
  void isNothingToAnotherBroker() {
    assertThat(read(at(NOW), kept(login))).isEmpty();
  }

  @Test
  void lastsTenMinutes() {
    BegunLogins late = new BegunLogins(new Passing());
    String value = kept(late, login);

    assertThat(read(late, value)).as("after 9 minutes and 59 seconds").isPresent();
    assertThat(read(late, value)).as("after 10 minutes").isEmpty();
  }

  @Test
  void isRefusedWhereABrowserWouldNotKeepIt() {
    assertThat(begun.keep(login("x".repeat(5_000)), new MockHttpServletResponse())).isFalse();
  }

  private String kept(Begun login) {
    return kept(begun, login);
  }

  private static String kept(BegunLogins begun, Begun login) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    assertThat(begun.keep(login, response)).isTrue();
    Cookie cookie = response.getCookie(BegunLogins.COOKIE);
    assertThat(cookie).isNotNull();
    return cookie.getValue();
  }

  private static Optional<Begun> read(BegunLogins begun, String value) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setCookies(new Cookie(BegunLogins.COOKIE, value));
    return begun.of(request);
  }

  private static Begun login(String query) {
    return new Begun(
        "the-state",
        "the-nonce",
        "the-verifier",
        new PendingLogin("portal", "https://portal.test/back", null, query, NOW, "nl"));
  }

  private static BegunLogins at(Instant now) {
    return new BegunLogins(Clock.fixed(now, ZoneOffset.UTC));
  }

  /// A second before the end, and at the end.
  private static final class Passing extends Clock {

    private Instant next = NOW.plus(Duration.ofMinutes(10)).minusSeconds(1);

    @Override
    public Instant instant() {
      Instant now = next;
      next = next.plusSeconds(1);
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
