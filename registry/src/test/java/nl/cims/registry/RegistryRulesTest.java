// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

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
class RegistryRulesTest {

  @TempDir Path directory;

  @Test
  void settingsFitForProductionPass() throws IOException {
    assertThat(findings(fit())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cims.access.issuer, http://login.example",
    "cims.access.issuer, https://localhost:8081",
    "cims.access.jwks-uri, http://login.example/jwks",
    "cims.access.bsn-key, /nowhere/bsn.jwk",
    "cims.keyring.url, jdbc:postgresql://keys.example/keyring",
    "cims.protection.key-encryption-key, /etc/cims/kek",
    "server.ssl.client-auth, want",
    "server.ssl.client-auth, none",
    "server.ssl.enabled, false",
    "spring.datasource.url, jdbc:postgresql://db.example/registry",
    "spring.datasource.username, postgres",
    "spring.datasource.username, registry_migrate",
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
            Map.entry("cims.access.issuer", "https://login.example"),
            Map.entry("cims.access.jwks-uri", "https://login.example:8444/oauth2/jwks"),
            Map.entry("cims.access.bsn-key", secret.toString()),
            Map.entry(
                "spring.datasource.url",
                "jdbc:postgresql://db.example/registry?sslmode=verify-full"),
            Map.entry("spring.datasource.username", "registry_app"),
            Map.entry("spring.flyway.user", "registry_migrate"),
            Map.entry("spring.datasource.password", "a-secret-from-a-machine-123")));
  }

  private static List<Finding> findings(Map<String, String> settings) {
    MockEnvironment environment = new MockEnvironment();
    settings.forEach(environment::setProperty);
    return new RegistryRules()
        .rules().stream().flatMap(rule -> rule.findings(new Settings(environment))).toList();
  }
}
