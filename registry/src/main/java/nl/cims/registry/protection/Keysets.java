// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

/// The keysets on disk, each encrypted by the key-encryption key and bound to its name. Processes
/// share them: whoever changes one holds a lock, and readers see the old one or the new.
final class Keysets {

  private static final String ENDING = ".json";

  private final Path directory;
  private final KeyEncryption keyEncryption;

  Keysets(Path directory, KeyEncryption keyEncryption) {
    this.directory = directory;
    this.keyEncryption = keyEncryption;
    try {
      AeadConfig.register();
      PrfConfig.register();
      JwtSignatureConfig.register();
      SignatureConfig.register();
      if (keyEncryption.keys().isEmpty()) {
        throw new KeysUnavailable("there is no key-encryption key", null);
      }
    } catch (GeneralSecurityException | IOException | IllegalArgumentException cause) {
      throw new KeysUnavailable(
          "the key-encryption key could not be read; in a file it is 32 bytes in base64", cause);
    }
  }

  /// A change of one keyset.
  interface Change {
    KeysetHandle.Builder of(KeysetHandle now) throws GeneralSecurityException;
  }

  List<String> names() {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException cause) {
      throw new KeysUnavailable("the keysets could not be listed", cause);
    }
  }

  /// Makes the keyset of this name if there is none.
  void provide(String name, Parameters parameters) {
    if (Files.exists(file(name))) {
      return;
    }
    locked(
        name,
        () -> {
          if (!Files.exists(file(name))) {
            write(
                name,
                KeysetHandle.newBuilder()
                    .addEntry(
                        KeysetHandle.generateEntryFromParameters(parameters)
                            .withRandomId()
                            .makePrimary())
                    .build());
          }
        });
  }

  /// The keyset as it stands in its file, encrypted: changes if and only if the keyset does.
  String sealed(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException cause) {
      throw new KeysUnavailable("keyset " + name + " could not be read", cause);
    }
  }

  /// What [#sealed] said.
  KeysetHandle open(String name, String sealed) {
    try {
      return opened(name, sealed, keyEncryption.keys());
    } catch (GeneralSecurityException | IOException cause) {
      throw unopened(name, cause);
    }
  }

  KeysetHandle open(String name) {
    return open(name, sealed(name));
  }

  void change(String name, Change change) {
    locked(name, () -> write(name, change.of(open(name)).build()));
  }

  /// Whether the newest key-encryption key opens it.
  boolean isUnderNewest(String name) {
    try {
      opened(name, sealed(name), keyEncryption.keys().subList(0, 1));
      return true;
    } catch (GeneralSecurityException underOlder) {
      return false;
    } catch (IOException cause) {
      throw unopened(name, cause);
    }
  }

  /// Encrypts it under the newest key-encryption key.
  void rewrap(String name) {
    locked(name, () -> write(name, open(name)));
  }

  private interface Work {
    void run() throws GeneralSecurityException, IOException;
  }

  private void locked(String name, Work work) {
    try {
      Files.createDirectories(directory);
      synchronized (Keysets.class) {
        try (FileChannel channel =
                FileChannel.open(
                    directory.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (lock.isValid()) {
            work.run();
          }
        }
      }
    } catch (GeneralSecurityException | IOException cause) {
      throw unopened(name, cause);
    }
  }

  private void write(String name, KeysetHandle handle)
      throws GeneralSecurityException, IOException {
    SafeFile.replace(
        file(name),
        TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
            handle, keyEncryption.keys().getFirst(), context(name), RegistryConfiguration.get()));
  }

  private static KeysetHandle opened(String name, String sealed, List<Aead> keys)
      throws GeneralSecurityException {
    GeneralSecurityException failed = new GeneralSecurityException("there is no key");
    for (Aead key : keys) {
      try {
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
            sealed, key, context(name), RegistryConfiguration.get());
      } catch (GeneralSecurityException other) {
        failed = other;
      }
    }
    throw failed;
  }

  private Path file(String name) {
    return directory.resolve(name + ENDING);
  }

  private static byte[] context(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private static KeysUnavailable unopened(String name, Exception cause) {
    return new KeysUnavailable(
        "keyset " + name + " does not open with this key-encryption key", cause);
  }
}
