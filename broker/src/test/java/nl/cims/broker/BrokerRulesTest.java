// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.cims.safeguard.Finding;
import nl.cims.safeguard.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/// Settings fit for production pass; spoilt in one place they are refused for that place.
class BrokerRulesTest {

  @TempDir Path directory;

  @Test
  void settingsFitForProductionPass() throws IOException {
    assertThat(findings(fit())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cims.broker.issuer, http://login.example",
    "cims.broker.staff.public-address, http://login.example:8447",
    "cims.broker.signing-key, /nowhere/key",
    "cims.broker.pairwise-key, /nowhere/key",
    "cims.broker.digid.issuer, http://localhost:8090",
    "cims.broker.digid.authorization-uri, http://digid.broker.example/authorize",
    "cims.broker.digid.token-uri, https://127.0.0.1/token",
    "cims.broker.digid.jwks-uri, http://digid.broker.example/jwks",
    "cims.broker.digid.client-secret, secret",
    "server.servlet.session.cookie.secure, false",
    "spring.datasource.url, jdbc:postgresql://db.example/broker",
    "spring.datasource.username, postgres",
    "spring.datasource.username, broker_migrate",
    "spring.datasource.password, welcome",
  })
  void aSpoiltSettingIsRefused(String name, String value) throws IOException {
    Map<String, String> spoilt = fit();
    spoilt.put(name, value);

    assertThat(findings(spoilt)).extracting(Finding::setting).containsExactly(name);
  }

  private Map<String, String> fit() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "x");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    return new HashMap<>(
        Map.ofEntries(
            Map.entry("cims.broker.issuer", "https://login.example"),
            Map.entry("cims.broker.staff.public-address", "https://staff.login.example"),
            Map.entry("cims.broker.signing-key", secret.toString()),
            Map.entry("cims.broker.pairwise-key", secret.toString()),
            Map.entry("cims.broker.digid.issuer", "https://digid.broker.example"),
            Map.entry(
                "cims.broker.digid.authorization-uri", "https://digid.broker.example/authorize"),
            Map.entry("cims.broker.digid.token-uri", "https://digid.broker.example/token"),
            Map.entry("cims.broker.digid.jwks-uri", "https://digid.broker.example/jwks"),
            Map.entry("cims.broker.digid.client-secret", "a-secret-from-a-machine-123"),
            Map.entry(
                "spring.datasource.url", "jdbc:postgresql://db.example/broker?sslmode=verify-full"),
            Map.entry("spring.datasource.username", "broker_app"),
            Map.entry("spring.flyway.user", "broker_migrate"),
            Map.entry("spring.datasource.password", "a-secret-from-a-machine-123")));
  }

  private static List<Finding> findings(Map<String, String> settings) {
    MockEnvironment environment = new MockEnvironment();
    settings.forEach(environment::setProperty);
    return new BrokerRules()
        .rules().stream().flatMap(rule -> rule.findings(new Settings(environment))).toList();
  }
}
