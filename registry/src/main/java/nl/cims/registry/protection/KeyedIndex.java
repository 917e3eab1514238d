// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/// Turns a value into 32 bytes by which it can be found again, but not guessed: a keyed function,
/// never a bare hash, since all 91 million BSNs are tried in a minute. Indexes of two domains do
/// not join.
///
/// While its key is changed, and as long as rows stay under an older one, a value has several
/// indexes. It is written under the first, looked up by all, and who means to write it if it is not
/// there first queues by [#gate]: that one is the same for everybody, whichever key he writes
/// under.
public final class KeyedIndex {

  private static final int LENGTH = 32;

  private final Keyset keyset;

  KeyedIndex(Keyset keyset) {
    this.keyset = keyset;
  }

  /// The index of these bytes: 32 bytes, always the same until the key is changed.
  public byte[] of(byte[] value) {
    return all(value).getFirst();
  }

  /// Every index under which these bytes may be found, the one to write first.
  public List<byte[]> all(byte[] value) {
    PrfSet prfs = keyset.primitive(PrfSet.class);
    try {
      List<byte[]> all = new ArrayList<>();
      all.add(prfs.computePrimary(value, LENGTH));
      for (var prf : prfs.getPrfs().entrySet()) {
        if (prf.getKey() != prfs.getPrimaryId()) {
          all.add(prf.getValue().compute(value, LENGTH));
        }
      }
      return all;
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a keyed index could not be computed", cause);
    }
  }

  /// Whether values may have several indexes now.
  public boolean isSeveral() {
    return keyset.handle().size() > 1;
  }

  /// What everybody queues by who writes this value, under whichever key: the number of an advisory
  /// lock.
  public long gate(byte[] value) {
    try {
      var oldest = keyset.handle().getAt(0).getId();
      var prf = keyset.primitive(PrfSet.class).getPrfs().get(oldest);
      return ByteBuffer.wrap(prf == null ? of(value) : prf.compute(value, LENGTH)).getLong();
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a keyed index could not be computed", cause);
    }
  }
}
