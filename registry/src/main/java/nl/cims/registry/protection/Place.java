// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/// The column to which ciphertexts are bound, each together with its row.
///
/// @param column `schema.table.column`
record Place(String column) {

  private static final int SCHEMA_VERSION = 1;

  byte[] seal(Aead aead, UUID row, byte[] plain) {
    try {
      return aead.encrypt(plain, cell(row));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a cell of " + column + " could not be encrypted", cause);
    }
  }

  byte[] open(Aead aead, UUID row, byte[] sealed) throws GeneralSecurityException {
    return aead.decrypt(sealed, cell(row));
  }

  CellDamaged damaged(UUID row, GeneralSecurityException cause) {
    return new CellDamaged(column, row, cause);
  }

  private byte[] cell(UUID row) {
    return (column + "|" + row + "|" + SCHEMA_VERSION).getBytes(StandardCharsets.US_ASCII);
  }
}
