// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import nl.cims.registry.protection.ProtectionSettings.Token;

/// Production's: AES keys in a token, reached through the JDK's SunPKCS11. Every encryption and
/// decryption is done inside the token, and the keys are made so that it gives none away. They bear
/// the name of the settings and a number, which tells the newest.
final class TokenKeyEncryption implements KeyEncryption {

  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final int BITS = 256;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Token token;
  private final Provider provider;
  private final SecureRandom random = new SecureRandom();

  TokenKeyEncryption(Token token) {
    this.token = token;
    this.provider = Security.getProvider("SunPKCS11").configure(configuration(token));
  }

  /// A key stays in the token, is used inside it only and cannot be read, not even wrapped.
  private static String configuration(Token token) {
    return """
    --name = cims-%s
    library = %s
    slotListIndex = %d
    attributes(*, CKO_SECRET_KEY, *) = {
      CKA_SENSITIVE = true
      CKA_EXTRACTABLE = false
      CKA_ENCRYPT = true
      CKA_DECRYPT = true
    }
    """
        .formatted(Integer.toHexString(token.hashCode()), token.library(), token.slot());
  }

  @Override
  public KeyCustody custody() {
    return KeyCustody.TOKEN;
  }

  @Override
  public List<Aead> keys() throws GeneralSecurityException, IOException {
    KeyStore store = open();
    List<Aead> keys = new ArrayList<>();
    for (String name : names(store)) {
      Key key = store.getKey(name, null);
      if (key.getEncoded() != null) {
        throw new GeneralSecurityException("the token gives its key " + name + " away");
      }
      keys.add(new InToken(key));
    }
    return keys;
  }

  @Override
  public void add() throws GeneralSecurityException, IOException {
    KeyStore store = open();
    int newest = names(store).stream().mapToInt(this::number).max().orElse(0);
    KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
    generator.init(BITS);
    SecretKey key = generator.generateKey();
    store.setEntry(prefix() + (newest + 1), new KeyStore.SecretKeyEntry(key), null);
  }

  @Override
  public void removeOlder() throws GeneralSecurityException, IOException {
    KeyStore store = open();
    List<String> names = names(store);
    for (String older : names.subList(1, names.size())) {
      store.deleteEntry(older);
    }
  }

  private KeyStore open() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, token.pin().reveal().toCharArray());
    return store;
  }

  /// The newest first.
  private List<String> names(KeyStore store) throws GeneralSecurityException {
    return Collections.list(store.aliases()).stream()
        .filter(name -> name.startsWith(prefix()))
        .sorted(Comparator.comparingInt(this::number).reversed())
        .toList();
  }

  private String prefix() {
    return token.key() + "-";
  }

  private int number(String name) {
    return Integer.parseInt(name.substring(prefix().length()));
  }

  private final class InToken implements Aead {
    private final Key key;

    InToken(Key key) {
      this.key = key;
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
      byte[] nonce = new byte[NONCE];
      random.nextBytes(nonce);
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, associated).doFinal(plain);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
      if (sealed.length < NONCE) {
        throw new GeneralSecurityException("too short to be a ciphertext");
      }
      ByteBuffer bytes = ByteBuffer.wrap(sealed);
      byte[] nonce = new byte[NONCE];
      byte[] rest = new byte[sealed.length - NONCE];
      bytes.get(nonce).get(rest);
      return cipher(Cipher.DECRYPT_MODE, nonce, associated).doFinal(rest);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] associated)
        throws GeneralSecurityException {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION, provider);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(associated);
      return cipher;
    }
  }
}
