// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Finds the frames in what a connection brings, however it is cut into packets. What stands
/// between frames is skipped. A frame that begins within another means that its sender has started
/// again; what came of the first is forgotten.
final class Frames {

  private static final int MOST_GARBAGE = 64 * 1024;
  private static final int PACKET = 8 * 1024;

  private final InputStream in;
  private final int mostBytes;
  private final Runnable begun;
  private final byte[] packet = new byte[PACKET];
  private int next;
  private int end;

  /// @param mostBytes of a message
  /// @param begun is told when a frame begins
  Frames(InputStream in, int mostBytes, Runnable begun) {
    this.in = in;
    this.mostBytes = mostBytes;
    this.begun = begun;
  }

  /// The next frame, waited for.
  ///
  /// @throws IOException if the connection breaks, also within a frame
  Frame next() throws IOException {
    for (int skipped = 0; skipped <= MOST_GARBAGE; skipped++) {
      int b = read();
      if (b < 0) {
        return new Frame.Closed();
      }
      if (b == Frame.BEGIN) {
        begun.run();
        return message();
      }
    }
    return new Frame.Garbage();
  }

  private Frame message() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream(PACKET);
    boolean tooLarge = false;
    while (true) {
      int b = read();
      switch (b) {
        case -1 -> {
          // Half a message must never look like a whole one.
          return new Frame.Closed();
        }
        case Frame.BEGIN -> {
          message.reset();
          tooLarge = false;
        }
        case Frame.END -> {
          return tooLarge
              ? new Frame.TooLarge(message.toByteArray())
              : new Frame.Message(message.toByteArray());
        }
        default -> {
          tooLarge |= message.size() == mostBytes;
          if (!tooLarge) {
            message.write(b);
          }
        }
      }
    }
  }

  private int read() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(in.read(packet), 0);
      if (end == 0) {
        return -1;
      }
    }
    return packet[next++] & 0xff;
  }
}
