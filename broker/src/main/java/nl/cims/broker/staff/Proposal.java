// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.time.Instant;
import java.util.UUID;

/// What one administrator wants and another has to agree with.
///
/// @param subject whose account it is about
/// @param roles that he would hold
/// @param by who proposed it
public record Proposal(UUID id, Kind kind, Account subject, Roles roles, Account by, Instant at) {

  /// What is wanted: everything that gives power.
  public enum Kind {
    /// A new account.
    INVITATION,
    /// Roles that he does not hold yet.
    ROLES,
    /// The end of a suspension.
    RETURN,
    /// A new code; his passkeys and sessions end.
    RECOVERY
  }
}
