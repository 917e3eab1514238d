// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/// Signs bytes with Ed25519, without anything of Tink's around the signature, so that whoever has
/// the public key can check it.
public final class NoteSigning {

  private final Keyset keyset;

  NoteSigning(Keyset keyset) {
    this.keyset = keyset;
  }

  /// A signature, and the key that checks it.
  ///
  /// @param publicKey 32 bytes
  /// @param bytes 64 bytes
  public record Signature(byte[] publicKey, byte[] bytes) {}

  /// The signature of these bytes by the key in use.
  public Signature sign(byte[] message) {
    return keyset.both(
        PublicKeySign.class,
        (handle, signer) -> {
          try {
            return new Signature(
                raw(handle.getPublicKeysetHandle().getPrimary()), signer.sign(message));
          } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("a note could not be signed", cause);
          }
        });
  }

  /// The public keys, 32 bytes each: that of the key in use first, then those of others.
  public List<byte[]> publicKeys() {
    try {
      KeysetHandle open = keyset.handle().getPublicKeysetHandle();
      List<byte[]> keys = new ArrayList<>(List.of(raw(open.getPrimary())));
      for (int i = 0; i < open.size(); i++) {
        if (!open.getAt(i).isPrimary()) {
          keys.add(raw(open.getAt(i)));
        }
      }
      return keys;
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("the public keys could not be written", cause);
    }
  }

  @AccessesPartialKey
  private static byte[] raw(KeysetHandle.Entry entry) throws GeneralSecurityException {
    if (entry.getKey() instanceof Ed25519PublicKey key) {
      return key.getPublicKeyBytes().toByteArray();
    }
    throw new GeneralSecurityException("not an Ed25519 key");
  }
}
