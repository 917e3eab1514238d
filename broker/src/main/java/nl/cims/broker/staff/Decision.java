// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

/// What became of what an administrator did.
public sealed interface Decision {

  /// It is done.
  record Done() implements Decision {}

  /// It is done, and this code is to be handed over to him in person.
  record Coded(Account to, Code code) implements Decision {}

  /// It waits for another administrator.
  record Waits() implements Decision {}

  /// It is not done.
  record Refused(Why why) implements Decision {}

  /// Why something is not done.
  enum Why {
    /// Who does it is no administrator who can work.
    NO_ADMINISTRATOR,
    /// Nobody decides about his own account.
    OWN_ACCOUNT,
    /// Who proposed it cannot be the second to agree.
    OWN_PROPOSAL,
    /// Too few administrators would remain.
    TOO_FEW_ADMINISTRATORS,
    /// There is no such account, or nothing waits any more.
    GONE
  }
}
