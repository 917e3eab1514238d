// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/// Encrypts and opens the cells of one column. A ciphertext is bound to its column and row, so that
/// it does not open when it is moved to another cell; it carries the id of its key, so that keys
/// can be rotated.
public final class Sealing {

  private static final int SCHEMA_VERSION = 1;

  private final Aead aead;
  private final String column;

  Sealing(Aead aead, String column) {
    this.aead = aead;
    this.column = column;
  }

  /// The cell's ciphertext.
  public byte[] seal(UUID row, byte[] plain) {
    try {
      return aead.encrypt(plain, place(row));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a cell of " + column + " could not be encrypted", cause);
    }
  }

  /// The cell's content.
  ///
  /// @throws CellDamaged if it was altered, moved or encrypted under a key that is gone
  public byte[] open(UUID row, byte[] sealed) {
    try {
      return aead.decrypt(sealed, place(row));
    } catch (GeneralSecurityException cause) {
      throw new CellDamaged(column, row, cause);
    }
  }

  private byte[] place(UUID row) {
    return (column + "|" + row + "|" + SCHEMA_VERSION).getBytes(StandardCharsets.US_ASCII);
  }
}
