// SPDX-License-Identifier: EUPL-1.2
package nl.cims.revocation;

/// What the lists say of a certificate.
public enum Standing {
  /// Not on the list of its authority.
  GOOD,
  /// Taken back by its authority.
  REVOKED,
  /// No list of its authority is at hand, or it should have been renewed by now.
  UNKNOWN
}
