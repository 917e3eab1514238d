// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/// Signs bytes with Ed25519, without anything of Tink's around the signature, so that whoever has
/// the public key can check it.
public final class NoteSigning {

  private final PublicKeySign signer;
  private final List<byte[]> publicKeys = new ArrayList<>();

  NoteSigning(KeysetHandle keys) throws GeneralSecurityException {
    this.signer = keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
    KeysetHandle open = keys.getPublicKeysetHandle();
    publicKeys.add(raw(open.getPrimary()));
    for (int i = 0; i < open.size(); i++) {
      if (!open.getAt(i).isPrimary()) {
        publicKeys.add(raw(open.getAt(i)));
      }
    }
  }

  /// The signature of these bytes, by the key in use: 64 bytes.
  public byte[] sign(byte[] message) {
    try {
      return signer.sign(message);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("a note could not be signed", cause);
    }
  }

  /// The public keys, 32 bytes each: that of the key in use first, then those of earlier ones.
  public List<byte[]> publicKeys() {
    return List.copyOf(publicKeys);
  }

  @AccessesPartialKey
  private static byte[] raw(KeysetHandle.Entry entry) throws GeneralSecurityException {
    if (entry.getKey() instanceof Ed25519PublicKey key) {
      return key.getPublicKeyBytes().toByteArray();
    }
    throw new GeneralSecurityException("not an Ed25519 key");
  }
}
