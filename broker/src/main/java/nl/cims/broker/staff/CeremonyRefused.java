// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

/// A passkey was not accepted. The person hears only that; the reason is for our log.
public final class CeremonyRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why not.
  public enum Reason {
    /// What came cannot be read.
    UNREADABLE,
    /// The challenge is not ours, not this browser's, too old, or was answered before.
    CHALLENGE,
    /// Nobody has this passkey.
    UNKNOWN,
    /// The device did not make sure who held it.
    NOT_VERIFIED,
    /// It was used before with a higher count: there may be a copy.
    COUNTER,
    /// Its account is suspended.
    SUSPENDED,
    /// Signature, origin or anything else of the ceremony is wrong.
    INVALID
  }

  CeremonyRefused(Reason reason) {
    super("a passkey was refused: " + reason);
    this.reason = reason;
  }

  CeremonyRefused(Reason reason, RuntimeException cause) {
    super("a passkey was refused: " + reason, cause);
    this.reason = reason;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }
}
