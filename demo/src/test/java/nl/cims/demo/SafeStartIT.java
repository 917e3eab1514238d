// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The released jars themselves: with the demo's settings none starts in production, and the doctor
/// says so beforehand.
class SafeStartIT {

  private final RunningDemo demo = RunningDemo.instance();

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DIGID")
  void theDemosSettingsDoNotStartInProduction(Deployable deployable)
      throws IOException, InterruptedException {
    Ended refused = run(deployable, "--cims.environment=production");

    assertThat(refused.code).isNotZero();
    assertThat(refused.text)
        .contains("Not in production:")
        .doesNotContain("Tomcat started", "HikariPool", "\tat ")
        .contains(
            switch (deployable) {
              case REGISTRY -> "cims.protection.key-encryption-key";
              case BROKER -> "cims.broker.digid.issuer";
              case PORTAL -> "cims.portal.public-address";
              case GATEWAY -> "cims.gateway.issuer";
              case DIGID -> throw new IllegalArgumentException();
            });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DIGID")
  void theDoctorSaysItBeforehand(Deployable deployable) throws IOException, InterruptedException {
    Ended inProduction = run(deployable, "--cims.environment=production", "doctor");
    Ended inTheDemo = run(deployable, "doctor");

    assertThat(inProduction.code).isEqualTo(1);
    assertThat(inProduction.text).contains("refused – ");
    assertThat(inTheDemo.code).as(inTheDemo.text).isZero();
    assertThat(inTheDemo.text).contains("a demo:", "nothing stops it");
  }

  private Ended run(Deployable deployable, String... words)
      throws IOException, InterruptedException {
    Path jar = deployable.unpackedJar(Path.of("..").toAbsolutePath().normalize());
    List<String> command = new ArrayList<>(List.of(Processes.java(), "-Xmx256m", "-jar"));
    command.add(jar.toString());
    command.add(
        "--spring.config.additional-location=file:" + demo.cims().settings().file(deployable));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), text);
  }

  private record Ended(int code, String text) {}
}
