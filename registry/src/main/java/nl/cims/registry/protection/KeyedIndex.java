// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/// Turns a value into 32 bytes by which it can be found again, but not guessed: a keyed function,
/// never a bare hash, since all 91 million BSNs are tried in a minute. Indexes of two domains do
/// not join.
public final class KeyedIndex {

  private static final int LENGTH = 32;

  private final PrfSet prf;

  KeyedIndex(PrfSet prf) {
    this.prf = prf;
  }

  /// The index of these bytes: 32 bytes, always the same.
  public byte[] of(byte[] value) {
    try {
      return prf.computePrimary(value, LENGTH);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a keyed index could not be computed", cause);
    }
  }
}
