// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts, stops and watches the deployables, each a JVM of its own that outlives this one. Its pid
/// file says that it is meant to run.
final class Processes {

  /// Long, because a JVM that learned writes it down when it ends.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:MaxMetaspaceSize=192m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dfile.encoding=UTF-8",
          "-Duser.timezone=Europe/Amsterdam");

  private final Home home;
  private final Startup startup;

  Processes(Home home, Startup startup) {
    this.home = home;
    this.startup = startup;
  }

  /// The command that starts a JVM like this one.
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// What a process is doing.
  enum State {
    RUNNING,
    STOPPED,
    /// It was meant to run, and does not.
    CRASHED
  }

  /// Starts the process with this settings file; it is not ready yet when this returns.
  ProcessHandle start(Deployable deployable, Path settings) {
    Path jar = startup.jar(deployable);
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add(heap(deployable));
    command.addAll(JVM_FLAGS);
    command.addAll(startup.flags(deployable));
    command.add("-jar");
    command.add(jar.toString());
    command.add(settingsFlag(settings));
    Redirect log = Redirect.appendTo(home.log(deployable.title()).toFile());
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(home.directory().toFile())
              .redirectInput(Redirect.from(new java.io.File("/dev/null")))
              .redirectOutput(log)
              .redirectError(log)
              .start();
      Files.writeString(home.pidFile(deployable.title()), Long.toString(process.pid()));
      return process.toHandle();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start " + deployable.title(), failed);
    }
  }

  /// The portal holds the connections of all who come at once.
  private static String heap(Deployable deployable) {
    return deployable == Deployable.PORTAL ? "-Xmx512m" : "-Xmx256m";
  }

  /// Runs a command of this deployable to its end, on our own output and in our own directory, so
  /// that a file may be named as the caller sees it.
  ///
  /// @return its exit code
  int run(Deployable deployable, Path settings, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add(heap(deployable));
    command.addAll(JVM_FLAGS);
    command.add("-jar");
    command.add(startup.jar(deployable).toString());
    command.add(settingsFlag(settings));
    command.addAll(words);
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot start " + deployable.title(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CannotProceed("The command was broken off.");
    }
  }

  /// Ends these processes together, and returns when all have ended.
  void stop(List<Deployable> deployables) {
    List<ProcessHandle> ending = new ArrayList<>();
    for (Deployable deployable : deployables) {
      handle(deployable).ifPresent(ending::add);
      forget(deployable);
    }
    ending.forEach(ProcessHandle::destroy);
    ending.forEach(process -> Signals.awaitEnd(process, PATIENCE));
  }

  State state(Deployable deployable) {
    if (handle(deployable).isPresent()) {
      return State.RUNNING;
    }
    return Files.exists(home.pidFile(deployable.title())) ? State.CRASHED : State.STOPPED;
  }

  /// The running process, if it is running.
  Optional<ProcessHandle> handle(Deployable deployable) {
    try {
      long pid = Long.parseLong(Files.readString(home.pidFile(deployable.title())).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> isOurs(process, deployable));
    } catch (IOException | NumberFormatException neverStarted) {
      return Optional.empty();
    }
  }

  /// A pid may have passed to somebody else since; then the process is not ours to end. A process
  /// is known by the settings that it reads, which lie in this home, whichever repository its jar
  /// is of.
  private boolean isOurs(ProcessHandle process, Deployable deployable) {
    String flag = settingsFlag(home.settings(deployable.title()));
    return process.info().arguments().map(words -> List.of(words).contains(flag)).orElse(false);
  }

  private static String settingsFlag(Path settings) {
    return "--spring.config.additional-location=file:" + settings;
  }

  private void forget(Deployable deployable) {
    try {
      Files.deleteIfExists(home.pidFile(deployable.title()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
