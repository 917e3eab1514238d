// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

/// What happens to an account, as the journal names it.
public enum Act {
  INVITATION_PROPOSED,
  CODE_MADE,
  CODE_REDEEMED,
  PASSKEY_ADDED,
  PASSKEY_REMOVED,
  LOGGED_IN,
  LOGGED_OUT,
  LOGIN_REFUSED,
  /// A passkey whose counter ran backwards: somebody may have copied it.
  COUNTER_WENT_BACK,
  ROLES_PROPOSED,
  ROLES_CHANGED,
  SUSPENDED,
  RETURN_PROPOSED,
  RETURNED,
  RECOVERY_PROPOSED,
  RECOVERED,
  PROPOSAL_REFUSED
}
