// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import nl.cims.registry.access.Party;

/// Who sends, and by which way.
///
/// @param source the registered party, by its id
/// @param channel the way by which it sends
/// @param announced whether these reports were put in the ledger before as pending
///   ([Intake#announce]), because the register kept them first and takes them up later
public record Sender(String source, Party.Channel channel, boolean announced) {

  /// A party that sends and waits for the answer.
  public static Sender of(String source, Party.Channel channel) {
    return new Sender(source, channel, false);
  }

  /// A party whose reports were announced.
  public static Sender announced(String source, Party.Channel channel) {
    return new Sender(source, channel, true);
  }
}
