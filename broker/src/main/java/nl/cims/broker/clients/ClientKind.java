// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

/// What a client is for, and so what it may ask.
public enum ClientKind {
  /// Sends citizens here to log in; acts with their tokens.
  PORTAL,
  /// Vaccinates, and reports that under its own name.
  PARTY,
  /// Watches over what comes in, and sees no person.
  OPERATOR,
  /// Sends staff here to log in; learns who they are and what they may do, and gets nothing else.
  CONSOLE;

  /// Whether it sends people here to log in.
  public boolean logsPeopleIn() {
    return this == PORTAL || this == CONSOLE;
  }
}
