// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the DigiD broker of the day (Signicat, TVS) speaks OIDC, under `cims.broker.digid`. Names
/// differ by broker and are settings; the order of the levels and the minimum are not.
///
/// @param issuer its `iss`
/// @param authorizationUri where the browser is sent
/// @param tokenUri where we redeem the code
/// @param jwksUri its public keys
/// @param endSessionUri where the browser is sent to log out there too; absent if it keeps no
///   session
/// @param frontChannelLogout whether it tells of a logout through the citizen's browser, because it
///   has no other way
/// @param clientId how it knows us
/// @param clientSecret how we prove that
/// @param acrValues what we ask for
/// @param claims what it calls things
/// @param userInfo where the citizen is told of, if not in the ID token
@Validated
@ConfigurationProperties("cims.broker.digid")
public record DigidSettings(
    @NotBlank String issuer,
    @NotNull URI authorizationUri,
    @NotNull URI tokenUri,
    @NotNull URI jwksUri,
    @Nullable URI endSessionUri,
    @DefaultValue("false") boolean frontChannelLogout,
    @NotBlank String clientId,
    @NotNull Secret clientSecret,
    @NotBlank String acrValues,
    @Valid @NotNull Claims claims,
    @Valid @Nullable UserInfo userInfo) {

  /// How the number stands in its claim.
  public enum NumberForm {
    /// `S00000000:<bsn>`, the sector code of the BSN first.
    WITH_SECTOR,
    /// Nine digits.
    BARE
  }

  /// What the broker calls things.
  ///
  /// @param number the claim with the BSN
  /// @param form how it stands there
  /// @param level the claim with the level of assurance
  /// @param levels every value of that claim; any other is refused
  public record Claims(
      @NotBlank String number,
      @NotNull NumberForm form,
      @NotBlank String level,
      @NotEmpty List<@Valid LevelName> levels) {

    /// The level that this value stands for; empty if it is not in the list.
    Optional<AssuranceLevel> levelOf(String value) {
      return levels.stream()
          .filter(name -> name.value().equals(value))
          .map(LevelName::means)
          .findFirst();
    }
  }

  /// One value of the claim with the level.
  ///
  /// @param value as it stands in the claim
  /// @param means the level
  public record LevelName(@NotBlank String value, @NotNull AssuranceLevel means) {

    /// No setting makes a level out of another one: a name that DigiD or eIDAS gave means what they
    /// say.
    @AssertTrue(message = "must not give a known level's name to another level")
    boolean isHonest() {
      return AssuranceLevel.ofAcr(value).map(means::equals).orElse(true);
    }
  }

  /// Claims that come signed, and encrypted to us.
  ///
  /// @param uri where they are fetched with the access token
  /// @param key file with our private key as a JWK (RSA or P-256)
  /// @param trust file with the certificates (PEM) under which the signer's must stand
  public record UserInfo(@NotNull URI uri, @NotNull Path key, @NotNull Path trust) {}
}
