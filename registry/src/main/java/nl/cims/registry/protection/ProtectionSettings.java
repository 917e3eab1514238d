// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Where the keys are.
///
/// @param keyEncryptionKey file with 32 random bytes in base64; encrypts every keyset, stays
///   outside the database
/// @param keysets directory of the encrypted keysets, one file each; made at the first start
@Validated
@ConfigurationProperties("cims.protection")
record ProtectionSettings(@NotNull Path keyEncryptionKey, @NotNull Path keysets) {}
