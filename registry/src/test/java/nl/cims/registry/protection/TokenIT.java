// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key-encryption key in a token: SoftHSM, which stands for any that speaks PKCS#11. It finds
/// its settings by an environment variable only, so that each trial is a JVM of its own
/// ([TokenTrial]).
class TokenIT {

  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

  @TempDir Path home;

  @BeforeEach
  void initialise() throws Exception {
    assumeTrue(library().isPresent(), "SoftHSM is not installed (Debian's softhsm2)");
    Files.createDirectory(home.resolve("tokens"));
    Files.writeString(
        home.resolve("softhsm2.conf"), "directories.tokendir = " + home.resolve("tokens") + "\n");
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "cims",
        "--so-pin",
        "87654321",
        "--pin",
        TokenTrial.PIN);
  }

  @Test
  void sealsAndIsChangedWhileWhatWasSealedStillOpens() throws Exception {
    assertThat(trial("change")).contains("all opened");
  }

  @Test
  void nothingOpensWithoutTheToken() throws Exception {
    assertThat(trial("seal")).contains("sealed");
    assertThat(trial("open")).contains("opened");
    assertThat(trial("wrong-pin")).contains("refused");
    try (Stream<Path> files = Files.walk(home.resolve("tokens"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.createDirectory(home.resolve("tokens"));
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "cims",
        "--so-pin",
        "87654321",
        "--pin",
        TokenTrial.PIN);
    assertThat(trial("open")).contains("refused");
  }

  private String trial(String what) throws IOException, InterruptedException {
    return run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        TokenTrial.class.getName(),
        what,
        library().orElseThrow().toString(),
        home.resolve("keysets").toString());
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", home.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static Optional<Path> library() {
    return LIBRARIES.stream().filter(Files::exists).findFirst();
  }
}
