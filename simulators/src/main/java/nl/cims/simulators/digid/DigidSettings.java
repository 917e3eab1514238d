// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.net.URI;
import java.nio.file.Path;
import nl.cims.vocabulary.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Everything that can be set about the simulator, under `cims.digid`.
///
/// @param issuer its own address, without a slash at the end
/// @param people file with the test citizens to choose from
/// @param clientId the one client it knows: our broker
/// @param clientSecret the client's secret
/// @param redirectUri where the client is answered
/// @param form as which broker it speaks
/// @param backchannelLogoutUri where the client hears of a logout
/// @param max how MAX signs and to whom it encrypts; needed in its form only
@ConfigurationProperties("cims.digid")
public record DigidSettings(
    URI issuer,
    Path people,
    String clientId,
    Secret clientSecret,
    URI redirectUri,
    @DefaultValue("SIGNICAT") Form form,
    @Nullable URI backchannelLogoutUri,
    @Nullable Max max) {

  /// The brokers it can be taken for.
  public enum Form {
    /// Who it is stands in the ID token.
    SIGNICAT,
    /// Who it is stands in the user info, signed and encrypted.
    MAX
  }

  /// @param certificate file with its certificate (PEM)
  /// @param privateKey file with the key of it (PEM)
  /// @param clientKey file with the client's public key (JWK, RSA)
  public record Max(Path certificate, Path privateKey, Path clientKey) {}

  /// @throws IllegalArgumentException if one is missing
  public DigidSettings {
    required(issuer, "issuer");
    required(people, "people");
    required(clientId, "client-id");
    required(clientSecret, "client-secret");
    required(redirectUri, "redirect-uri");
    if (form == Form.MAX) {
      required(max, "max");
    }
  }

  private static void required(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("cims.digid." + name + " is not set");
    }
  }
}
