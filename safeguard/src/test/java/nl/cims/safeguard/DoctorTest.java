// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import nl.cims.testkit.certificates.CertificateAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor names what would stop a start, and nothing else stops.
class DoctorTest {

  @TempDir Path directory;

  @Test
  void saysWhatIsRefusedAndWhatIsWrong() throws IOException {
    Path settings =
        Files.writeString(
            directory.resolve("registry.properties"),
            """
            spring.application.name=registry
            logging.level.root=DEBUG
            cims.access.bsn-key=/nowhere/bsn.jwk
            cims.access.secret-of-nobody=hunter2
            spring.datasource.url=jdbc:nothing:db
            spring.datasource.password=hunter2
            """);

    Answer answer = examine(settings);

    assertThat(answer.code).isEqualTo(1);
    assertThat(answer.text)
        .startsWith("registry:")
        .contains("refused – logging.level.root")
        .contains("wrong – cims.access.bsn-key: names /nowhere/bsn.jwk")
        .contains("wrong – spring.datasource")
        .doesNotContain("hunter2");
  }

  @Test
  void aDemoIsToldButNotStopped() throws IOException {
    Path settings =
        Files.writeString(
            directory.resolve("portal.properties"),
            """
            spring.application.name=portal
            cims.environment=demo
            cims.home=/nowhere/of-the-script
            logging.level.root=DEBUG
            """);

    Answer answer = examine(settings);

    assertThat(answer.code).isZero();
    assertThat(answer.text)
        .contains("portal, a demo:", "not fit for production – logging.level", "nothing stops it");
  }

  @Test
  void aCertificateThatHasEndedIsWrongAndOneNearItsEndIsNoted() {
    CertificateAuthority authority =
        CertificateAuthority.in(directory.resolve("ca"), Clock.systemUTC());
    String file = authority.issue("registry").certificate().toString();
    Settings settings = Written.of("cims.some.certificate", file);
    Duration life =
        Duration.between(
            Clock.systemUTC().instant(),
            authority.issue("registry").x509().getNotAfter().toInstant());

    assertThat(probes(settings, Duration.ZERO).wrong()).isEmpty();
    assertThat(probes(settings, life.plusDays(1)).wrong())
        .singleElement()
        .extracting(Finding::sentence)
        .asString()
        .contains("has expired");
    assertThat(probes(settings, life.minusDays(3)).notes())
        .extracting(Finding::sentence)
        .anyMatch(said -> said.contains("expires on"));
    assertThat(probes(settings, Duration.ofDays(-4000)).wrong())
        .extracting(Finding::sentence)
        .anyMatch(said -> said.contains("clock"));
  }

  @Test
  void aTakenPortAndASilentNeighbourAreNoted() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int free;
      try (ServerSocket closed = new ServerSocket(0)) {
        free = closed.getLocalPort();
      }
      Settings settings =
          Written.of(
              "server.port",
              Integer.toString(taken.getLocalPort()),
              "server.address",
              "127.0.0.1",
              "cims.gateway.registry",
              "https://localhost:" + free,
              "cims.gateway.jwks-uri",
              "https://localhost:" + taken.getLocalPort());

      assertThat(probes(settings, Duration.ZERO).notes())
          .extracting(Finding::setting)
          .containsExactlyInAnyOrder("server.port", "cims.gateway.registry");
    }
  }

  private static Probes probes(Settings settings, Duration later) {
    return new Probes(settings, Clock.offset(Clock.systemUTC(), later));
  }

  private static Answer examine(Path settings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Doctor.examine(
            new String[] {"--spring.config.additional-location=file:" + settings, "doctor"},
            new PrintStream(out, true, StandardCharsets.UTF_8));
    return new Answer(code, out.toString(StandardCharsets.UTF_8));
  }

  private record Answer(int code, String text) {}
}
