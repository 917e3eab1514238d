// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import java.net.URI;
import java.nio.file.Path;
import nl.cims.vocabulary.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Everything that can be set about the simulator, under `cims.digid`.
///
/// @param issuer its own address, without a slash at the end
/// @param people file with the test citizens to choose from
/// @param clientId the one client it knows: our broker
/// @param clientSecret the client's secret
/// @param redirectUri where the client is answered
@ConfigurationProperties("cims.digid")
public record DigidSettings(
    URI issuer, Path people, String clientId, Secret clientSecret, URI redirectUri) {

  /// @throws IllegalArgumentException if one is missing
  public DigidSettings {
    required(issuer, "issuer");
    required(people, "people");
    required(clientId, "client-id");
    required(clientSecret, "client-secret");
    required(redirectUri, "redirect-uri");
  }

  private static void required(@Nullable Object value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("cims.digid." + name + " is not set");
    }
  }
}
