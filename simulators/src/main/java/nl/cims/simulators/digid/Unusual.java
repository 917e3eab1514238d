// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

/// Answers that DigiD should never give, to see them refused.
public enum Unusual {
  NONE,
  /// A sector code that is no BSN's.
  SECTOR,
  /// A level that nobody knows.
  LEVEL,
  /// A login of an hour ago, as single sign-on would give it.
  OLD_LOGIN,
  /// The nonce of another request.
  NONCE,
  /// An ID token that has expired.
  EXPIRED,
  /// An ID token for another client.
  AUDIENCE,
  /// User info that is about another login; in MAX' form only.
  SUBJECT,
  /// User info that is encrypted and not signed; in MAX' form only.
  UNSIGNED,
  /// User info that somebody signed whom nobody vouches for; in MAX' form only.
  FOREIGN_SIGNER
}
