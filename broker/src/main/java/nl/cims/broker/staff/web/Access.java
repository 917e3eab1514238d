// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import java.time.Instant;
import java.util.Optional;
import nl.cims.broker.staff.Role;
import nl.cims.broker.staff.StaffSession;

/// Who may come to an address of the staff pages.
enum Access {
  ANYBODY,
  /// Whoever came with a code or a passkey, even if he may not work yet.
  ENTERED,
  /// The same to see his passkeys or add one; but who has enough must have shown one just now.
  ENROLLING,
  WORKING,
  ADMINISTRATOR,
  /// Who watches: administrators and auditors.
  WATCHING;

  /// What stands between somebody and an address.
  enum Hindrance {
    /// Nobody is logged in.
    LOGIN,
    /// He has too few passkeys.
    ENROLMENT,
    /// It is long ago that he showed a passkey.
    AGAIN,
    /// His roles do not include it.
    ROLE
  }

  /// What stands between him and an address that asks for this.
  ///
  /// @param fresh whether it asks for a passkey shown just now
  Optional<Hindrance> hindrance(Optional<StaffSession> who, boolean fresh, Instant now) {
    if (this == ANYBODY) {
      return Optional.empty();
    }
    if (who.isEmpty()) {
      return Optional.of(Hindrance.LOGIN);
    }
    StaffSession session = who.get();
    boolean enrols = this == ENTERED || (this == ENROLLING && session.isEnrolling());
    if (enrols) {
      return Optional.empty();
    }
    if (!session.isComplete()) {
      return Optional.of(session.isEnrolling() ? Hindrance.ENROLMENT : Hindrance.LOGIN);
    }
    if (!isFor(session)) {
      return Optional.of(Hindrance.ROLE);
    }
    return fresh && !session.isWithin(StaffSession.FRESH, now)
        ? Optional.of(Hindrance.AGAIN)
        : Optional.empty();
  }

  private boolean isFor(StaffSession session) {
    boolean administrator = session.account().roles().has(Role.ADMINISTRATOR);
    return switch (this) {
      case ANYBODY, ENTERED, ENROLLING, WORKING -> true;
      case ADMINISTRATOR -> administrator;
      case WATCHING -> administrator || session.account().roles().has(Role.AUDITOR);
    };
  }
}
