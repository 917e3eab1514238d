// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import nl.cims.pages.ContentPolicy;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The staff's console. How strong a login must be, how long one lasts and who may do what are not
/// among these.
///
/// @param port at which staff's browsers reach it, over TLS with the certificate of the SSL bundle
///   `console`; without it there is no console
/// @param address at which it listens; at every one if not set
/// @param publicAddress where browsers reach it, without a path
/// @param clientId its name at the broker
/// @param broker where the broker is
/// @param organisation whose console it is; it answers for what staff do
@Validated
@WithConsole
@ConfigurationProperties("cims.console")
public record ConsoleSettings(
    @Min(1) @Max(65535) int port,
    Optional<InetAddress> address,
    @NotNull URI publicAddress,
    @NotBlank @DefaultValue("console") String clientId,
    @Valid @NotNull Broker broker,
    @NotBlank @DefaultValue("RIVM") String organisation) {

  /// What the console's pages may load, and that the form to log out, which stands on each of them,
  /// leads on to the broker.
  public String contentPolicy() {
    return ContentPolicy.with(broker.logout().resolve("/").toString());
  }

  /// The addresses of the broker.
  ///
  /// @param issuer the `iss` of its tokens
  /// @param authorization where browsers of staff are sent to log in
  /// @param backChannel for machines, over mutual TLS with the SSL bundle `console`
  /// @param staff where accounts of staff are managed
  /// @param logout where browsers end a login (OpenID Connect RP-Initiated Logout)
  public record Broker(
      @NotNull URI issuer,
      @NotNull URI authorization,
      @NotNull URI backChannel,
      @NotNull URI staff,
      @NotNull URI logout) {}
}
