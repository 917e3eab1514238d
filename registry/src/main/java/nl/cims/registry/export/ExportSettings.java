// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// To whom data may go. Only who can change the settings of the register can add a recipient, so
/// that nobody at the console can make himself one.
///
/// @param recipients who they are
@Validated
@ConfigurationProperties("cims.export")
public record ExportSettings(@Valid @DefaultValue List<Entry> recipients) {

  public ExportSettings {
    recipients = List.copyOf(recipients);
  }

  /// One of them.
  ///
  /// @param id short name, as kept with each export
  /// @param name as staff know it
  /// @param certificate PEM file with the X.509 certificate to whose key exports are encrypted: RSA
  ///   of at least 3072 bits, or an elliptic curve
  public record Entry(
      @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String id,
      @NotBlank String name,
      @NotNull Path certificate) {}
}
