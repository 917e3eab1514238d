// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.jwt.JwtSignatureConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;

/// The keysets on disk, each encrypted by the key-encryption key. A missing one is made; one that
/// does not open stops the start.
final class Keysets {

  private final Path directory;
  private final Aead keyEncryptionKey;

  Keysets(ProtectionSettings settings) {
    this.directory = settings.keysets();
    try {
      AeadConfig.register();
      PrfConfig.register();
      JwtSignatureConfig.register();
      SignatureConfig.register();
      this.keyEncryptionKey = readKey(settings.keyEncryptionKey());
    } catch (GeneralSecurityException | IOException | IllegalArgumentException cause) {
      throw new KeysUnavailable(
          "the key-encryption key could not be read; it is 32 bytes in base64", cause);
    }
  }

  /// The keyset of this name, made with these parameters if there is none yet.
  KeysetHandle open(String name, Parameters parameters) {
    Path file = directory.resolve(name + ".json");
    byte[] context = name.getBytes(StandardCharsets.UTF_8);
    try {
      if (!Files.exists(file)) {
        create(file, fresh(parameters), context);
      }
      return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
          Files.readString(file), keyEncryptionKey, context, RegistryConfiguration.get());
    } catch (GeneralSecurityException | IOException cause) {
      throw new KeysUnavailable(
          "keyset " + name + " does not open with this key-encryption key", cause);
    }
  }

  private void create(Path file, KeysetHandle handle, byte[] context)
      throws GeneralSecurityException, IOException {
    String sealed =
        TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
            handle, keyEncryptionKey, context, RegistryConfiguration.get());
    Files.createDirectories(directory);
    Files.createFile(
        file,
        PosixFilePermissions.asFileAttribute(
            Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
    Files.writeString(file, sealed, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
  }

  private static KeysetHandle fresh(Parameters parameters) throws GeneralSecurityException {
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
        .build();
  }

  @AccessesPartialKey
  private static Aead readKey(Path file) throws GeneralSecurityException, IOException {
    byte[] raw = Base64.getDecoder().decode(Files.readString(file).strip());
    AesGcmKey key =
        AesGcmKey.builder()
            .setParameters(
                AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build())
            .setKeyBytes(SecretBytes.copyFrom(raw, InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
