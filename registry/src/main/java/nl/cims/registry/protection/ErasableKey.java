// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key of one person, or of one file. Everything that leads from him to his vaccinations hangs
/// on it: when it is destroyed, no copy of the database leads there any more. Kept nowhere but in
/// the keyring, never for longer than one task.
public final class ErasableKey {

  private static final int LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;
  private final UUID link;
  private final Aead aead;

  private ErasableKey(byte[] secret) {
    this.secret = secret;
    ByteBuffer first = ByteBuffer.wrap(derived("link", new byte[0]));
    this.link = new UUID(first.getLong(), first.getLong());
    try {
      this.aead = new AesGcmJce(derived("cells", new byte[0]));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a derived key was not taken", impossible);
    }
  }

  /// A new one.
  public static ErasableKey fresh() {
    byte[] secret = new byte[LENGTH];
    RANDOM.nextBytes(secret);
    return new ErasableKey(secret);
  }

  /// The one with these bytes, as [#secret] gave them.
  public static ErasableKey of(byte[] secret) {
    if (secret.length != LENGTH) {
      throw new IllegalArgumentException("a key of " + secret.length + " bytes");
    }
    return new ErasableKey(secret.clone());
  }

  /// Its bytes, for the keyring to seal.
  public byte[] secret() {
    return secret.clone();
  }

  /// What his facts bear instead of his id. It is computed from the key and stored nowhere with
  /// him, so that without the key nothing tells whose they are.
  public UUID link() {
    return link;
  }

  /// 32 bytes by which the same content is known again, for as long as the key is there.
  public byte[] index(byte[] content) {
    return derived("index", content);
  }

  Aead aead() {
    return aead;
  }

  private byte[] derived(String purpose, byte[] of) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) 0);
      return mac.doFinal(of);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HMAC with SHA-256", impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ErasableKey key && key.link.equals(link);
  }

  @Override
  public int hashCode() {
    return link.hashCode();
  }

  @Override
  public String toString() {
    return "ErasableKey[hidden]";
  }
}
