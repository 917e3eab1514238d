// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.util.Arrays;

/// What comes next on a connection.
sealed interface Frame {

  /// Begins a frame.
  byte BEGIN = 0x0B;

  /// Ends a frame, with a carriage return behind it.
  byte END = 0x1C;

  /// Behind [#END].
  byte RETURN = 0x0D;

  /// A message, without what frames it.
  record Message(byte[] bytes) implements Frame {
    @Override
    public String toString() {
      return "Message[" + bytes.length + " bytes]";
    }
  }

  /// A message that is larger than what is passed on.
  ///
  /// @param beginning as much of it as was kept
  record TooLarge(byte[] beginning) implements Frame {
    @Override
    public String toString() {
      return "TooLarge[" + beginning.length + " bytes]";
    }
  }

  /// The other side has nothing more to say.
  record Closed() implements Frame {}

  /// More bytes between two frames than anybody sends by mistake.
  record Garbage() implements Frame {}

  /// A message as it travels.
  static byte[] framed(byte[] message) {
    byte[] framed = Arrays.copyOfRange(message, 0, message.length + 3);
    System.arraycopy(message, 0, framed, 1, message.length);
    framed[0] = BEGIN;
    framed[message.length + 1] = END;
    framed[message.length + 2] = RETURN;
    return framed;
  }
}
