// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import nl.cims.gateway.limit.ClientKind;
import nl.cims.revocation.RevocationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// The gateway's settings. Certificates, keys and trust come from the SSL bundle `gateway`.
///
/// @param registry where the registry listens, such as `https://registry.internal:8445`; no path
/// @param issuer the broker's name in `iss`, compared to the letter
/// @param jwksUri where the broker's back channel publishes its keys
/// @param revokedTokens where it publishes the tokens that it took back, and how late that may be
/// @param revocation the lists of certificates that were taken back
/// @param limits how much one caller may ask
/// @param timeouts how long the gateway waits for the registry
@Validated
@ConfigurationProperties("cims.gateway")
public record GatewayProperties(
    @NotNull URI registry,
    @NotBlank String issuer,
    @NotNull URI jwksUri,
    @Valid @NotNull RevokedTokens revokedTokens,
    @NotNull RevocationSettings revocation,
    @Valid @DefaultValue Limits limits,
    @Valid @DefaultValue Timeouts timeouts) {

  /// The SSL bundle with the gateway's own certificate and what it trusts, on both sides.
  public static final String SSL_BUNDLE = "gateway";

  /// @param uri at the broker's back channel
  /// @param interval how often it is read
  /// @param late without an answer for so long, the log and the health say so
  public record RevokedTokens(
      @NotNull URI uri,
      @NotNull @DefaultValue("5s") Duration interval,
      @NotNull @DefaultValue("60s") Duration late) {}

  /// @param messageSize the largest body that is passed on, whether or not its length is announced
  /// @param fileSize the same where files are taken
  /// @param refusalsPerSecond how many refused tokens one certificate may show before its tokens
  ///   are no longer looked at for a while
  /// @param kinds how often one client of each kind may ask; what is not said is as agreed usually
  /// @param clients other rates for clients named by `client_id`
  public record Limits(
      @NotNull @DefaultValue("5MB") DataSize messageSize,
      @NotNull @DefaultValue("300MB") DataSize fileSize,
      @Positive @DefaultValue("5") int refusalsPerSecond,
      @DefaultValue Map<ClientKind, @Valid Rate> kinds,
      @DefaultValue Map<String, @Valid Rate> clients) {

    public Limits {
      kinds = Map.copyOf(kinds);
      clients = Map.copyOf(clients);
    }

    /// The rate of this client.
    public Rate of(String clientId, ClientKind kind) {
      return clients.getOrDefault(clientId, kinds.getOrDefault(kind, kind.usual()));
    }
  }

  /// How often a client may ask, in steps; each holds by itself.
  ///
  /// @param perSecond lasting rate
  /// @param burst how many requests may be saved up
  /// @param perMinute in any minute; absent is no bound
  /// @param perDay in any 24 hours; absent is no bound
  public record Rate(
      @Positive int perSecond,
      @Positive int burst,
      @Positive @Nullable Integer perMinute,
      @Positive @Nullable Integer perDay) {}

  /// @param connect to establish a connection, or to be given one from the pool
  /// @param answer between two pieces of an answer
  public record Timeouts(
      @NotNull @DefaultValue("2s") Duration connect,
      @NotNull @DefaultValue("30s") Duration answer) {}
}
