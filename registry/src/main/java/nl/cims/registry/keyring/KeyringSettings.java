// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import nl.cims.vocabulary.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Where the keyring is.
///
/// @param url JDBC address of its database, which is not the register's
/// @param username the role that uses it
/// @param password of that role
/// @param migrateUsername the role that owns it
/// @param migratePassword of the owner
/// @param witness file outside both databases and their backups, to which a line is added per
///   destruction, so that no copy of the keyring can bring a destroyed key back
@Validated
@ConfigurationProperties("cims.keyring")
record KeyringSettings(
    @NotBlank String url,
    @NotBlank String username,
    @NotNull Secret password,
    @NotBlank String migrateUsername,
    @NotNull Secret migratePassword,
    @NotNull Path witness) {}
