// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// The gateway's settings. Certificates, keys and trust come from the SSL bundle `gateway`.
///
/// @param registry where the registry listens, such as `https://registry.internal:8445`; no path
/// @param issuer the broker's name in `iss`, compared to the letter
/// @param jwksUri where the broker's back channel publishes its keys
/// @param limits how much one caller may ask
/// @param timeouts how long the gateway waits for the registry
@Validated
@ConfigurationProperties("cims.gateway")
public record GatewayProperties(
    @NotNull URI registry,
    @NotBlank String issuer,
    @NotNull URI jwksUri,
    @Valid @DefaultValue Limits limits,
    @Valid @DefaultValue Timeouts timeouts) {

  /// The SSL bundle with the gateway's own certificate and what it trusts, on both sides.
  public static final String SSL_BUNDLE = "gateway";

  /// @param messageSize the largest body that is passed on, whether or not its length is announced
  /// @param fileSize the same where files are taken
  /// @param requestsPerSecond lasting rate of one client
  /// @param burst how many requests one client may save up
  /// @param refusalsPerSecond how many refused tokens one certificate may show before its tokens
  ///   are no longer looked at for a while
  /// @param clients other rates for clients named by `client_id`; all citizens together are the
  ///   client `portal`
  public record Limits(
      @NotNull @DefaultValue("5MB") DataSize messageSize,
      @NotNull @DefaultValue("300MB") DataSize fileSize,
      @Positive @DefaultValue("100") int requestsPerSecond,
      @Positive @DefaultValue("200") int burst,
      @Positive @DefaultValue("5") int refusalsPerSecond,
      @DefaultValue Map<String, @Valid Rate> clients) {

    public Limits {
      clients = Map.copyOf(clients);
    }

    /// The rate of this client.
    public Rate of(String clientId) {
      return clients.getOrDefault(clientId, new Rate(requestsPerSecond, burst));
    }
  }

  /// @param requestsPerSecond lasting rate
  /// @param burst how many requests may be saved up
  public record Rate(@Positive int requestsPerSecond, @Positive int burst) {}

  /// @param connect to establish a connection, or to be given one from the pool
  /// @param answer between two pieces of an answer
  public record Timeouts(
      @NotNull @DefaultValue("2s") Duration connect,
      @NotNull @DefaultValue("30s") Duration answer) {}
}
