// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The demo's: a file with 32 random bytes in base64 per line, the newest first.
final class FileKeyEncryption implements KeyEncryption {

  private static final int LENGTH = 32;

  private final Path file;

  FileKeyEncryption(Path file) {
    this.file = file;
  }

  @Override
  public KeyCustody custody() {
    return KeyCustody.DEMO_FILE;
  }

  @Override
  public List<Aead> keys() throws GeneralSecurityException, IOException {
    List<Aead> keys = new ArrayList<>();
    for (String line : lines()) {
      byte[] raw = Base64.getDecoder().decode(line);
      if (raw.length != LENGTH) {
        throw new IllegalArgumentException("a key of " + raw.length + " bytes");
      }
      keys.add(new AesGcmJce(raw));
    }
    return keys;
  }

  @Override
  public void add() throws IOException {
    byte[] raw = new byte[LENGTH];
    new SecureRandom().nextBytes(raw);
    List<String> all = new ArrayList<>(lines());
    all.addFirst(Base64.getEncoder().encodeToString(raw));
    write(all);
  }

  @Override
  public void removeOlder() throws IOException {
    write(lines().subList(0, 1));
  }

  private List<String> lines() throws IOException {
    return Files.readString(file).lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private void write(List<String> lines) throws IOException {
    SafeFile.replace(file, String.join("\n", lines) + "\n");
  }
}
