// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;

/// What comes over a connection is divided into frames, each of which can be answered.
public final class MllpFuzz {

  private static final int MOST_BYTES = 1_000;

  private MllpFuzz() {}

  /// One connection, from its beginning to its end.
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    Frames frames = new Frames(new ByteArrayInputStream(data), MOST_BYTES, () -> {});
    boolean open = true;
    while (open) {
      switch (frames.next()) {
        case Frame.Message(byte[] bytes) -> answer(bytes);
        case Frame.TooLarge(byte[] beginning) -> answer(beginning);
        case Frame.Closed closed -> open = false;
        case Frame.Garbage garbage -> open = false;
      }
    }
  }

  private static void answer(byte[] message) {
    if (message.length > MOST_BYTES) {
      throw new IllegalStateException("more was kept than may be");
    }
    OwnAnswer.failed().bytes(message, Instant.EPOCH, "1");
  }
}
