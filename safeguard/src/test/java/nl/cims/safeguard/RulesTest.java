// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each insecure setting is found by name, and what is fit for production passes.
class RulesTest {

  @ParameterizedTest
  @CsvSource({
    "cims.environment, Demo",
    "cims.environment, test",
    "logging.level.root, DEBUG",
    "logging.level.org.springframework, trace",
    "debug, true",
    "trace, ''' '''",
    "server.error.include-message, always",
    "spring.web.error.include-stacktrace, on_param",
    "spring.web.error.include-exception, true",
    "management.endpoints.web.exposure.include, '*'",
    "management.endpoints.web.exposure.include, 'health,env'",
    "management.endpoint.health.show-details, when-authorized",
    "spring.jmx.enabled, true",
    "spring.ssl.bundle.pem.registry.options.enabled-protocols, 'TLSv1.3,TLSv1.1'",
    "spring.ssl.bundle.pem.registry.keystore.private-key, file:/nowhere/key.pem",
  })
  void whatHoldsNowhereIsFoundByName(String name, String value) {
    assertThat(Rules.findings(Written.of("spring.application.name", "registry", name, value)))
        .singleElement()
        .extracting(Finding::setting)
        .isEqualTo(name);
  }

  @Test
  void whatIsFitPasses() {
    assertThat(
            Rules.findings(
                Written.of(
                    "spring.application.name", "registry",
                    "cims.environment", "production",
                    "logging.level.root", "INFO",
                    "logging.level.org.springframework.transaction", "off",
                    "debug", "false",
                    "server.error.include-message", "never",
                    "management.endpoints.web.exposure.include", "health",
                    "management.endpoint.health.show-details", "never",
                    "spring.ssl.bundle.pem.registry.options.enabled-protocols",
                        "TLSv1.3, TLSv1.2")))
        .isEmpty();
  }

  @Test
  void onlyTheWordMakesADemo() {
    assertThat(Written.of("cims.environment", "demo").demo()).isTrue();
    assertThat(
            Stream.of("Demo", "DEMO", "demonstration", "", "production", "true")
                .filter(said -> Written.of("cims.environment", said).demo()))
        .isEmpty();
    assertThat(Written.of().demo()).isFalse();
  }

  @Test
  void aJvmThatOpensItsMemoryIsFound() {
    assertThat(
            Everywhere.flags(
                Stream.of(
                    "-agentlib:jdwp=transport=dt_socket,server=y",
                    "-Dcom.sun.management.jmxremote.port=9010",
                    "-XX:+HeapDumpOnOutOfMemoryError",
                    "-Xmx256m",
                    "-XX:+UseSerialGC")))
        .extracting(Finding::setting)
        .containsExactly(
            "the JVM's -agentlib",
            "the JVM's -Dcom.sun.management.jmxremote.port",
            "the JVM's -XX:+HeapDumpOnOutOfMemoryError");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw--w----", "rwxrwxrwx", "rw----r--"})
  void aSecretThatOthersCanReadOrChangeIsFound(String rights, @TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("key"), "secret");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

    assertThat(found(Demand.secretFile("key"), "key", file.toString()))
        .singleElement()
        .extracting(Finding::sentence)
        .asString()
        .contains("chmod 600")
        .doesNotContain("secret'");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(found(Demand.secretFile("key"), "key", "file:" + file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mijn.example",
        "https://localhost:8081",
        "https://LOCALHOST",
        "https://127.0.0.1/",
        "https://[::1]:1",
        "https://digid.localhost",
        "mijn.example",
        "https://not an address"
      })
  void anAddressThatIsPlainOrOnThisMachineIsFound(String address) {
    assertThat(found(Demand.publicAddress("issuer"), "issuer", address)).hasSize(1);
    assertThat(found(Demand.publicAddress("issuer"), "issuer", "https://login.example")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/registry",
        "jdbc:postgresql://db/registry?sslmode=require",
        "jdbc:postgresql://db/registry?sslmode=verify-ca",
        "jdbc:postgresql://db/registry?sslmode=verify-fullish",
        "jdbc:postgresql://db/registry?other=sslmode=verify-full"
      })
  void aDatabaseWithoutCheckedTlsIsFound(String url) {
    assertThat(found(Demand.database(), "spring.datasource.url", url))
        .extracting(Finding::setting)
        .contains("spring.datasource.url");
  }

  @Test
  void aRoleThatOwnsTablesIsFound() {
    String url = "jdbc:postgresql://db/registry?sslmode=verify-full&sslrootcert=ca";
    assertThat(
            Demand.database()
                .findings(
                    Written.of(
                        "spring.datasource.url", url,
                        "spring.datasource.username", "registry_migrate",
                        "spring.flyway.user", "registry_migrate")))
        .extracting(Finding::setting)
        .containsExactly("spring.datasource.username");
    assertThat(
            Demand.database()
                .findings(
                    Written.of(
                        "spring.datasource.url", url,
                        "spring.datasource.username", "registry_app",
                        "spring.flyway.user", "registry_migrate")))
        .isEmpty();
  }

  private static List<Finding> found(Rule rule, String name, String value) {
    return rule.findings(Written.of(name, value)).toList();
  }
}
