// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Somebody of the staff in one browser.
///
/// @param sid names the session towards consoles; it is no secret
/// @param account as it is now, not as it was when the session began
/// @param startedAt when he came
/// @param authenticatedAt when he last showed a passkey; null if he came with a code
public record StaffSession(
    UUID sid, Account account, Instant startedAt, @Nullable Instant authenticatedAt)
    implements AuthenticatedPrincipal {

  /// How long somebody stays logged in without doing anything.
  public static final Duration IDLE = Duration.ofMinutes(15);

  /// How long at most.
  public static final Duration WHOLE = Duration.ofHours(8);

  /// How lately he must have shown a passkey for what cannot be undone.
  public static final Duration FRESH = Duration.ofMinutes(5);

  /// Whether he may work. Without it he can register passkeys and log out, nothing else.
  public boolean isComplete() {
    return authenticatedAt != null && account.isActive();
  }

  /// Whether he may register a passkey without showing one: by a code, or with only one.
  public boolean isEnrolling() {
    return account.passkeys() < Account.PASSKEYS_NEEDED;
  }

  /// Whether he has shown a passkey so lately.
  public boolean isWithin(Duration age, Instant now) {
    return authenticatedAt != null && !authenticatedAt.plus(age).isBefore(now);
  }

  /// The same, as it was when he showed his passkey at this moment.
  public StaffSession as(Instant authenticated) {
    return new StaffSession(sid, account, startedAt, authenticated);
  }

  @Override
  public String getName() {
    return account.id().toString();
  }

  @Override
  public String toString() {
    return "StaffSession[" + sid + "]";
  }
}
