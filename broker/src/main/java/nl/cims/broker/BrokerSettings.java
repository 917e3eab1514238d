// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import nl.cims.revocation.RevocationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Everything that can be set about the broker, under `cims.broker`. The lowest level of assurance
/// is not among it: that is a constant.
///
/// @param issuer public address of the broker, without a slash at the end; `iss` of every token
/// @param signingKey file with our private key as a JWK (P-256, with `kid`), or with several as a
///   JWK set: the first signs, all are published
/// @param pairwiseKey file with 32 bytes in base64: the key of the pseudonyms; losing it gives
///   every citizen another one
/// @param registryKey file with the registry's public key as a JWK (P-256, with `kid`)
/// @param clients file with everyone who may ask for tokens
/// @param revocation the lists of certificates that were taken back
/// @param loginsAtOnce how many logins may be under way at one moment; the next gets "too busy"
/// @param firstAdministrator how the first administrator of staff is called
/// @param startsAtOnce how many requests to log in are worked on at one moment; fewer than the
///   database has connections, so that a flood leaves some to machines
/// @param answersAtOnce how many answers of DigiD are worked on at one moment
/// @param organisation whose login this is, as its pages say
/// @param backChannel where machines come in
@Validated
@ConfigurationProperties("cims.broker")
public record BrokerSettings(
    @NotNull URI issuer,
    @NotNull Path signingKey,
    @NotNull Path pairwiseKey,
    @NotNull Path registryKey,
    @NotNull Path clients,
    @NotNull RevocationSettings revocation,
    @Min(1) int loginsAtOnce,
    @NotBlank @DefaultValue("Beheerder") String firstAdministrator,
    @Min(1) int startsAtOnce,
    @Min(1) int answersAtOnce,
    @Valid @NotNull @DefaultValue Organisation organisation,
    @Valid @NotNull BackChannel backChannel) {

  /// Whose login this is.
  ///
  /// @param name how the organisation is called
  /// @param product how the login is called
  /// @param theme address of a stylesheet in place of ours
  public record Organisation(
      @NotBlank @DefaultValue("RIVM") String name,
      @NotBlank @DefaultValue("RIVMToegang") String product,
      Optional<String> theme) {}

  /// Where machines come in, with TLS by the SSL bundle `broker` and a client certificate.
  ///
  /// @param port 0 takes any free one
  /// @param address to listen at; absent is all
  /// @param publicAddress how clients reach it; absent is the issuer's host with this port
  /// @param gatewayName common name in the certificate of the gateway, which alone is told what was
  ///   revoked
  public record BackChannel(
      @Min(0) @Max(65535) int port,
      @Nullable InetAddress address,
      @Nullable URI publicAddress,
      @NotBlank @DefaultValue("gateway") String gatewayName) {}
}
