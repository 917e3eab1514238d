// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

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
class PortalRulesTest {

  @Test
  void settingsFitForProductionPass() {
    assertThat(findings(fit())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cims.portal.public-address, http://mijn.example",
    "cims.portal.public-address, https://localhost",
    "cims.portal.broker.issuer, http://login.example",
    "cims.portal.broker.back-channel, http://login.example",
    "cims.portal.gateway, http://gateway.example",
    "server.servlet.session.cookie.secure, false",
    "server.servlet.session.cookie.http-only, false",
    "gg.jte.development-mode, true",
  })
  void aSpoiltSettingIsRefused(String name, String value) {
    Map<String, String> spoilt = fit();
    spoilt.put(name, value);

    assertThat(findings(spoilt)).extracting(Finding::setting).containsExactly(name);
  }

  private Map<String, String> fit() {
    return new HashMap<>(
        Map.ofEntries(
            Map.entry("cims.portal.public-address", "https://mijn.example"),
            Map.entry("cims.portal.broker.issuer", "https://login.example"),
            Map.entry("cims.portal.broker.back-channel", "https://login.example:8444"),
            Map.entry("cims.portal.gateway", "https://gateway.example")));
  }

  private static List<Finding> findings(Map<String, String> settings) {
    MockEnvironment environment = new MockEnvironment();
    settings.forEach(environment::setProperty);
    return new PortalRules()
        .rules().stream().flatMap(rule -> rule.findings(new Settings(environment))).toList();
  }
}
