// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.cims.vocabulary.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the access log is made tamper-evident and how long it is kept.
///
/// @param origin the name of this log in its checkpoints; stays for ever
/// @param sequencer the role that gives rows their place
/// @param pause how long rows wait for their place at the most
/// @param witnesses at least two, outside the reach of those who own the database
/// @param years how long rows are kept; five at the least (Stcrt. 2019, 38007), twenty as the
///   register's data
@Validated
@ConfigurationProperties("cims.accesslog")
record AccessLogSettings(
    @DefaultValue("cims/access-log") @Pattern(regexp = "[!-*,-~]+") String origin,
    @Valid @NotNull Role sequencer,
    @DefaultValue("500ms") Duration pause,
    @NotNull @Size(min = 2) List<@Valid Place> witnesses,
    @DefaultValue("20") @Min(5) int years) {

  AccessLogSettings {
    witnesses = witnesses == null ? List.of() : List.copyOf(witnesses);
  }

  /// A role in the database.
  ///
  /// @param username its name
  /// @param password of it
  record Role(@DefaultValue("registry_sequencer") String username, @NotNull Secret password) {}

  /// A witness that is a directory.
  ///
  /// @param name under which it signs
  /// @param directory where it keeps what it saw
  record Place(@NotNull @Pattern(regexp = "[!-*,-~]+") String name, @NotNull Path directory) {}
}
