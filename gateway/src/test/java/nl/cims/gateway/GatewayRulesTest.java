// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.cims.safeguard.Finding;
import nl.cims.safeguard.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/// Settings fit for production pass; spoilt in one place they are refused for that place.
class GatewayRulesTest {

  @Test
  void settingsFitForProductionPass() {
    assertThat(findings(fit())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cims.gateway.issuer, http://login.example",
    "cims.gateway.issuer, https://localhost",
    "cims.gateway.jwks-uri, http://login.example/jwks",
    "cims.gateway.registry, http://registry.example",
    "server.ssl.client-auth, none",
    "server.ssl.enabled, false",
    "server.forward-headers-strategy, framework",
  })
  void aSpoiltSettingIsRefused(String name, String value) {
    Map<String, String> spoilt = fit();
    spoilt.put(name, value);

    assertThat(findings(spoilt)).extracting(Finding::setting).containsExactly(name);
  }

  private Map<String, String> fit() {
    return new HashMap<>(
        Map.ofEntries(
            Map.entry("cims.gateway.issuer", "https://login.example"),
            Map.entry("cims.gateway.jwks-uri", "https://login.example:8444/oauth2/jwks"),
            Map.entry("cims.gateway.registry", "https://registry.example")));
  }

  private static List<Finding> findings(Map<String, String> settings) {
    MockEnvironment environment = new MockEnvironment();
    settings.forEach(environment::setProperty);
    return new GatewayRules()
        .rules().stream().flatMap(rule -> rule.findings(new Settings(environment))).toList();
  }
}
