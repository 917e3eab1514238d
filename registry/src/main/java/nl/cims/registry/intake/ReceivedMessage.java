// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

/// A message as it came: kept byte for byte, encrypted, beside what was understood of it.
///
/// @param mediaType as the sender declared it
/// @param bytes the body
public record ReceivedMessage(String mediaType, byte[] bytes) {
  @Override
  public String toString() {
    return "ReceivedMessage[hidden]";
  }
}
