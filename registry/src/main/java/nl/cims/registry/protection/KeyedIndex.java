// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Turns a value into 32 bytes by which it can be found again, but not guessed: a keyed function,
/// never a bare hash, since all 91 million BSNs are tried in a minute. Indexes of two domains do
/// not join.
///
/// While its key is changed, and as long as rows stay under an older one, a value has several
/// indexes. It is written under the first, looked up by all, and who means to write it if it is not
/// there first queues by [Now#gate]: that one is the same for everybody, whichever key he writes
/// under.
public final class KeyedIndex {

  private static final int LENGTH = 32;

  private final Keyset keyset;

  KeyedIndex(Keyset keyset) {
    this.keyset = keyset;
  }

  /// The index of these bytes: 32 bytes, always the same until the key is changed.
  public byte[] of(byte[] value) {
    return now().of(value);
  }

  /// Every index under which these bytes may be found, the one to write first.
  public List<byte[]> all(byte[] value) {
    return now().all(value);
  }

  /// The keys as they are at this moment, for who computes several indexes that must fit together.
  public Now now() {
    return keyset.both(PrfSet.class, Now::new);
  }

  /// The keys of one moment.
  public static final class Now {

    private final KeysetHandle handle;
    private final PrfSet prfs;

    Now(KeysetHandle handle, PrfSet prfs) {
      this.handle = handle;
      this.prfs = prfs;
    }

    /// Whether values may have several indexes.
    public boolean isSeveral() {
      return handle.size() > 1;
    }

    /// The index under which these bytes are written.
    public byte[] of(byte[] value) {
      return computed(handle.getPrimary().getId(), value);
    }

    /// Every index under which these bytes may be found, the one to write first.
    public List<byte[]> all(byte[] value) {
      List<byte[]> all = new ArrayList<>(List.of(of(value)));
      for (int i = 0; i < handle.size(); i++) {
        if (!handle.getAt(i).isPrimary()) {
          all.add(computed(handle.getAt(i).getId(), value));
        }
      }
      return all;
    }

    /// What everybody queues by who writes this value, under whichever key: the number of an
    /// advisory lock.
    public long gate(byte[] value) {
      return ByteBuffer.wrap(computed(handle.getAt(0).getId(), value)).getLong();
    }

    private byte[] computed(int key, byte[] value) {
      try {
        return Objects.requireNonNull(prfs.getPrfs().get(key), "a key is of no use")
            .compute(value, LENGTH);
      } catch (GeneralSecurityException cause) {
        throw new IllegalStateException("a keyed index could not be computed", cause);
      }
    }
  }
}
