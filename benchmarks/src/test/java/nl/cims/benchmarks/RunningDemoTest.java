// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDemoTest {

  @TempDir Path home;

  @Test
  void loadsThisMachineOnly() throws IOException {
    RunningDemo demo = demo("http://localhost:8080", "https://198.51.100.7:8443");
    assertThat(demo.address("portal")).isEqualTo(URI.create("http://localhost:8080"));
    assertThatExceptionOfType(CannotMeasure.class)
        .isThrownBy(() -> demo.address("gateway"))
        .withMessageContaining("not on this machine");
  }

  @Test
  void saysHowToStartADemoWhenThereIsNone() {
    assertThatExceptionOfType(CannotMeasure.class)
        .isThrownBy(() -> RunningDemo.in(home))
        .withMessageContaining("./cims demo");
  }

  @Test
  void saysSoWhenTheSummaryLacksSomething() throws IOException {
    RunningDemo demo = demo("http://localhost:8080", "https://localhost:8443");
    assertThatExceptionOfType(CannotMeasure.class).isThrownBy(() -> demo.address("broker"));
    assertThatExceptionOfType(CannotMeasure.class).isThrownBy(() -> demo.tlsAs("nobody"));
  }

  private RunningDemo demo(String portal, String gateway) throws IOException {
    Files.writeString(
        home.resolve("demo.json"),
        "{\"addresses\":{\"portal\":\"%s\",\"gateway\":\"%s\"}}".formatted(portal, gateway));
    return RunningDemo.in(home);
  }
}
