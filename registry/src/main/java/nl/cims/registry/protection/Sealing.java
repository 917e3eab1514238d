// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.UUID;

/// Encrypts and opens the cells of one column. A ciphertext is bound to its column and row, so that
/// it does not open when it is moved to another cell; it begins with the id of its key, so that
/// keys can be rotated.
public final class Sealing {

  private final Keyset keyset;
  private final Place place;

  Sealing(Keyset keyset, Place place) {
    this.keyset = keyset;
    this.place = place;
  }

  /// The cell's ciphertext.
  public byte[] seal(UUID row, byte[] plain) {
    return place.seal(keyset.primitive(Aead.class), row, plain);
  }

  /// The cell's content.
  ///
  /// @throws CellDamaged if it was altered, moved or encrypted under a key that is gone
  public byte[] open(UUID row, byte[] sealed) {
    try {
      return place.open(keyset.primitive(Aead.class), row, sealed);
    } catch (GeneralSecurityException maybeNewer) {
      return openAgain(row, sealed, maybeNewer);
    }
  }

  /// Its key may be younger than what we know of the keyset.
  private byte[] openAgain(UUID row, byte[] sealed, GeneralSecurityException before) {
    try {
      if (keyset.renew()) {
        return place.open(keyset.primitive(Aead.class), row, sealed);
      }
    } catch (GeneralSecurityException still) {
      throw place.damaged(row, still);
    }
    throw place.damaged(row, before);
  }
}
