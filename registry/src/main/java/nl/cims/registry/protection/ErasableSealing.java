// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.security.GeneralSecurityException;
import java.util.UUID;

/// Encrypts and opens the cells of one column of which each hangs on the key of a person or a file.
/// A ciphertext is bound to its column and row, and is lost with its key.
public final class ErasableSealing {

  private final Place place;

  ErasableSealing(Place place) {
    this.place = place;
  }

  /// The cell's ciphertext.
  public byte[] seal(ErasableKey key, UUID row, byte[] plain) {
    return place.seal(key.aead(), row, plain);
  }

  /// Whether this key opens the cell.
  public boolean opens(ErasableKey key, UUID row, byte[] sealed) {
    try {
      place.open(key.aead(), row, sealed);
      return true;
    } catch (GeneralSecurityException closed) {
      return false;
    }
  }

  /// The cell's content.
  ///
  /// @throws CellDamaged if it was altered or moved, or is under another key
  public byte[] open(ErasableKey key, UUID row, byte[] sealed) {
    try {
      return place.open(key.aead(), row, sealed);
    } catch (GeneralSecurityException cause) {
      throw place.damaged(row, cause);
    }
  }
}
