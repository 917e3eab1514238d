// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The secret in the cookie of one browser. Everything else that ties a request to that browser
/// follows from it by hashing, so that nothing is kept for whoever only looks at the login page.
public final class BrowserToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private final String value;

  private BrowserToken(String value) {
    this.value = value;
  }

  /// A new one.
  public static BrowserToken drawn() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new BrowserToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// What came in a cookie; empty if it cannot be one of ours.
  public static Optional<BrowserToken> of(String value) {
    return value.matches("[A-Za-z0-9_-]{43}")
        ? Optional.of(new BrowserToken(value))
        : Optional.empty();
  }

  /// For the cookie.
  public String reveal() {
    return value;
  }

  /// The token that every form of this browser carries.
  public String formToken() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.sha256("form", value));
  }

  /// What the database keeps of it.
  byte[] hash() {
    return Hashes.sha256("session", value);
  }

  /// Ties a challenge to this browser.
  String binding() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.sha256("browser", value));
  }

  @Override
  public String toString() {
    return "BrowserToken[hidden]";
  }
}
