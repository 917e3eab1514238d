// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// [Sealing] of a column whose cells are words.
public final class SealedText {

  private final Sealing sealing;

  SealedText(Sealing sealing) {
    this.sealing = sealing;
  }

  /// The cell's ciphertext.
  public byte[] seal(UUID row, String text) {
    return sealing.seal(row, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The cell's words.
  ///
  /// @throws CellDamaged if it was altered, moved or encrypted under a key that is gone
  public String open(UUID row, byte[] sealed) {
    return new String(sealing.open(row, sealed), StandardCharsets.UTF_8);
  }
}
