// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.List;
import java.util.OptionalInt;

/// What came in one request.
public sealed interface Envelope {

  /// One message, or something that is none.
  record One(byte[] message) implements Envelope {
    @Override
    public String toString() {
      return "One[hidden]";
    }
  }

  /// Several messages, each for itself.
  ///
  /// @param delimiters of the file
  /// @param fileId FHS-11 as sent
  /// @param batchId BHS-11 as sent
  /// @param messages their bytes, in order
  /// @param announced how many there are according to BTS-1, if that is said
  record Batch(
      Delimiters delimiters,
      String fileId,
      String batchId,
      List<byte[]> messages,
      OptionalInt announced)
      implements Envelope {
    public Batch {
      messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
      return "Batch[" + messages.size() + " messages]";
    }
  }
}
