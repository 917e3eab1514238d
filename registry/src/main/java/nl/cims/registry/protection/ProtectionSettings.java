// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import nl.cims.vocabulary.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the keys are. The key-encryption key is in a file, as in the demo, or in a token.
///
/// @param keyEncryptionKey file with 32 random bytes in base64: the demo's, never for people's data
/// @param token where production has it
/// @param keysets directory of the encrypted keysets, one file each; made at the first start
/// @param renewal how old what a process knows of a keyset may be when it uses it; a rotation waits
///   three times as long between its steps
@Validated
@ConfigurationProperties("cims.protection")
record ProtectionSettings(
    @Nullable Path keyEncryptionKey,
    @Valid @Nullable Token token,
    @NotNull Path keysets,
    @DefaultValue("5s") @NotNull Duration renewal) {

  /// A token behind PKCS#11.
  ///
  /// @param library the maker's PKCS#11 library
  /// @param slot place of its slot in the library's list, from 0
  /// @param pin of its user
  /// @param key first part of the names of its key-encryption keys
  record Token(
      @NotNull Path library,
      @DefaultValue("0") @Min(0) int slot,
      @NotNull Secret pin,
      @NotBlank String key) {}

  @AssertTrue(message = "set either cims.protection.token or, in a demo, key-encryption-key")
  boolean isEitherFileOrToken() {
    return (keyEncryptionKey == null) != (token == null);
  }

  KeyEncryption keyEncryption() {
    if (token != null) {
      return new TokenKeyEncryption(token);
    }
    if (keyEncryptionKey != null) {
      return new FileKeyEncryption(keyEncryptionKey);
    }
    throw new IllegalStateException("settings without a key-encryption key were let through");
  }

  /// How long a rotation waits until everybody knows what it did.
  Duration pause() {
    return renewal.multipliedBy(3);
  }
}
