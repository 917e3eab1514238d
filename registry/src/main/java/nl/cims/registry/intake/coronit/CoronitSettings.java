// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The coupling with CoronIT; without `url` there is none.
///
/// @param url `jdbc:postgresql://host:port/database`, without parameters: those that matter for
///   trust are constants
/// @param username the role that may only SELECT
/// @param certificate PEM file: who we are to the GGDs
/// @param privateKey PEM file of its key, PKCS#8, readable by nobody else
/// @param privateKeyAlgorithm `EC` or `RSA`
/// @param authority PEM file: whose certificates their server may have
/// @param source id of the registered party under which its vaccinations are registered
/// @param pace how much we ask of them
/// @param reconciliation the nightly comparison
@Validated
@ConditionalOnProperty("cims.intake.coronit.url")
@ConfigurationProperties("cims.intake.coronit")
record CoronitSettings(
    @NotNull @Pattern(regexp = "jdbc:postgresql://[^/?&]+/[^/?&]+") String url,
    @NotEmpty String username,
    @NotNull Path certificate,
    @NotNull Path privateKey,
    @DefaultValue("EC") String privateKeyAlgorithm,
    @NotNull Path authority,
    @NotEmpty String source,
    @DefaultValue @Valid Pace pace,
    @DefaultValue @Valid Reconciliation reconciliation) {

  /// How much we ask of their database.
  ///
  /// @param rows of one page
  /// @param pause between two pages
  /// @param interval between two looks when there was nothing more
  /// @param overlap how long one of their transactions may take without being missed, where their
  ///   view names no transaction
  record Pace(
      @DefaultValue("1000") @Positive @Max(10_000) int rows,
      @DefaultValue("50ms") Duration pause,
      @DefaultValue("5s") Duration interval,
      @DefaultValue("15m") Duration overlap) {}

  /// The nightly comparison of what they have with what we took.
  ///
  /// @param at time of day in the Netherlands
  /// @param bucket rows that are compared as one
  /// @param mostGone vanished rows above which nothing is withdrawn and an operator has to look
  record Reconciliation(
      @DefaultValue("03:00") LocalTime at,
      @DefaultValue("1000") @Positive @Max(10_000) int bucket,
      @DefaultValue("10000") @Positive int mostGone) {}
}
