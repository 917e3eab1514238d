// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.cims.demo.Processes.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process belongs to the home whose settings it reads; a number in a file proves nothing.
class ProcessesTest {

  @TempDir private Path directory;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void endsAProcessThatAnotherRepositoryStarted() throws IOException {
    Process portal = running(home("home"), "home");
    Processes processes = processes("home");
    assertThat(processes.state(Deployable.PORTAL)).isEqualTo(State.RUNNING);
    processes.stop(List.of(Deployable.PORTAL));
    assertThat(portal.isAlive()).isFalse();
    assertThat(processes.state(Deployable.PORTAL)).isEqualTo(State.STOPPED);
  }

  @Test
  void endsNoProcessOfAnotherHome() throws IOException {
    Process stranger = running(home("home"), "home-of-somebody-else");
    Processes processes = processes("home");
    assertThat(processes.state(Deployable.PORTAL)).isEqualTo(State.CRASHED);
    processes.stop(List.of(Deployable.PORTAL));
    assertThat(stranger.isAlive()).isTrue();
  }

  private Home home(String name) {
    return new Home(directory.resolve(name), directory.resolve("another-clone"));
  }

  private Processes processes(String name) {
    return new Processes(home(name), new Startup(home(name), false));
  }

  /// A process with the settings of one home, whose pid stands in the file of another.
  private Process running(Home file, String settings) throws IOException {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "read end",
                "portal",
                "--spring.config.additional-location=file:" + home(settings).settings("portal"))
            .start();
    started.add(process);
    Path pid = file.pidFile("portal");
    Files.createDirectories(pid.getParent());
    Files.writeString(pid, Long.toString(process.pid()));
    return process;
  }
}
