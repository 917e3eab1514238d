// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.cims.revocation.RevocationSettings;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
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
/// @param partyToken how long a token of a party or an operator lives; the gateway takes none that
///   lives longer than an hour
/// @param firstAdministrator how the first administrator of staff is called
/// @param organisation whose login this is, as its pages say
/// @param citizens how wide the door for citizens is
/// @param staff where staff come in
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
    @NotNull @DurationMin(seconds = 2) @DurationMax(minutes = 60) @DefaultValue("60m")
        Duration partyToken,
    @NotBlank @DefaultValue("Beheerder") String firstAdministrator,
    @Valid @NotNull @DefaultValue Organisation organisation,
    @Valid @NotNull Citizens citizens,
    @Valid @NotNull Staff staff,
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

  /// How wide the door for citizens is, at `server.port`. It is open to everybody, so that its
  /// width is all that a flood can take.
  ///
  /// @param threads requests that are worked on at one moment; bounds the database connections, TLS
  ///   handshakes and processor time that citizens take together
  /// @param connections browsers that are connected at one moment, with those whose request waits
  /// @param startsAtOnce threads that begin logins at one moment; fewer than all. They wait for
  ///   nobody outside, so that a few times the number of processors is enough
  /// @param answersAtOnce threads that wait for DigiD's word at one moment; fewer than all
  public record Citizens(
      @Min(2) int threads,
      @Min(1) int connections,
      @Min(1) int startsAtOnce,
      @Min(1) int answersAtOnce) {

    @AssertTrue(message = "starts-at-once and answers-at-once must each be below threads")
    boolean isLaneNarrowerThanDoor() {
      return startsAtOnce < threads && answersAtOnce < threads;
    }
  }

  /// Where browsers of staff come in: a door of its own, which needs not be open to everybody.
  ///
  /// @param port 0 takes any free one
  /// @param address to listen at; absent is all
  /// @param publicAddress how browsers reach it; passkeys belong to its host
  /// @param sslBundle its TLS; absent where a proxy in front has it
  /// @param threads requests that are worked on at one moment
  /// @param connections browsers that are connected at one moment
  public record Staff(
      @Min(0) @Max(65535) int port,
      @Nullable InetAddress address,
      @NotNull URI publicAddress,
      Optional<String> sslBundle,
      @Min(1) int threads,
      @Min(1) int connections) {}

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
