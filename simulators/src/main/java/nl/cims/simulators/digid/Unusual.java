// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

/// Answers that DigiD should never give, to see them refused.
public enum Unusual {
  NONE,
  /// A sector code that is no BSN's.
  SECTOR,
  /// A level that nobody knows.
  LEVEL,
  /// The nonce of another request.
  NONCE,
  /// An ID token that has expired.
  EXPIRED,
  /// An ID token for another client.
  AUDIENCE
}
