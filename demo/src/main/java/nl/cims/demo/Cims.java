// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/// The whole of CIMS on this machine: PostgreSQL and the deployables, each to be started and
/// stopped alone or all together.
final class Cims {

  private final Home home;
  private final int offset;
  private final Settings settings;
  private final Postgres postgres;
  private final Startup startup;
  private final Processes processes;
  private final Health health;
  private volatile boolean closed;

  /// @param learns whether processes note when they end what makes their next start quick
  Cims(Home home, int offset, Clock clock, boolean learns) {
    this.home = home;
    this.offset = offset;
    this.settings = new Settings(home, offset, clock);
    this.postgres = new Postgres(home, offset);
    this.startup = new Startup(home, learns);
    this.processes = new Processes(home, startup);
    this.health = new Health(home, offset, settings.authority());
  }

  /// One line of the overview.
  ///
  /// @param name of the process
  /// @param state as a word
  /// @param address where it listens
  record Line(String name, String state, String address) {}

  int offset() {
    return offset;
  }

  Settings settings() {
    return settings;
  }

  Processes processes() {
    return processes;
  }

  Postgres postgres() {
    return postgres;
  }

  /// What to tell whoever waits for the end.
  String farewell() {
    return startup.isLearning()
        ? "Stopping; this once it takes about half a minute, which makes the next start quick …"
        : "Stopping …";
  }

  boolean isRunning() {
    return postgres.pid().isPresent()
        || List.of(Deployable.values()).stream()
            .anyMatch(each -> processes.handle(each).isPresent());
  }

  /// Starts everything and returns when all of it is ready.
  ///
  /// @param progress gets a line when something is ready
  /// @throws CannotProceed if a port is taken or something does not start; nothing keeps running
  void start(Consumer<String> progress) {
    Port.requireFree(List.of(Port.values()), offset);
    settings.write(postgres);
    CompletableFuture<Void> database = timed(Postgres.TITLE, progress, this::startDatabase);
    List<CompletableFuture<Void>> starting = new ArrayList<>();
    for (Deployable deployable : Deployable.values()) {
      CompletableFuture<Void> before =
          needsDatabase(deployable) ? database : CompletableFuture.completedFuture(null);
      starting.add(
          before.thenCompose(
              _ -> timed(deployable.title(), progress, () -> startReady(deployable))));
    }
    try {
      starting.forEach(Cims::join);
    } catch (CannotProceed failed) {
      // What was still starting notices that its process is gone, so that nothing is left behind.
      stop();
      CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new))
          .handle((_, _) -> failed)
          .join();
      stop();
      throw failed;
    }
  }

  /// Starts one process and returns when it is ready.
  void start(String name) {
    if (name.equals(Postgres.TITLE)) {
      Port.requireFree(List.of(Port.POSTGRESQL), offset);
      startDatabase();
    } else {
      Deployable deployable = deployable(name);
      Port.requireFree(deployable.ports(), offset);
      startReady(deployable);
    }
  }

  /// Ends everything, the database last.
  void stop() {
    processes.stop(List.of(Deployable.values()));
    postgres.stop();
  }

  /// Ends everything, and lets nothing start any more.
  void close() {
    closed = true;
    stop();
  }

  /// Ends one process.
  void stop(String name) {
    if (name.equals(Postgres.TITLE)) {
      postgres.stop();
    } else {
      processes.stop(List.of(deployable(name)));
    }
  }

  /// Has a process do one thing with these settings and end; it says on our output how it goes.
  ///
  /// @return its exit code
  int ask(Deployable deployable, Path settings, List<String> words) {
    return processes.run(deployable, settings.toAbsolutePath(), words);
  }

  List<Line> status() {
    List<Line> lines = new ArrayList<>();
    for (Deployable deployable : Deployable.values()) {
      lines.add(new Line(deployable.title(), word(deployable), deployable.address(offset)));
    }
    lines.add(
        new Line(
            Postgres.TITLE,
            postgres.pid().isPresent() ? "running" : "stopped",
            "localhost:" + Port.POSTGRESQL.shiftedBy(offset)));
    return lines;
  }

  private String word(Deployable deployable) {
    return switch (processes.state(deployable)) {
      case RUNNING -> health.isReady(deployable) ? "running" : "not ready";
      case STOPPED -> "stopped";
      case CRASHED -> "crashed, see " + home.log(deployable.title());
    };
  }

  private void startDatabase() {
    postgres.start();
    if (closed) {
      postgres.stop();
    }
  }

  private void startReady(Deployable deployable) {
    if (closed) {
      throw new CannotProceed("The start was broken off.");
    }
    health.await(deployable, processes.start(deployable, settings.file(deployable)));
  }

  private static boolean needsDatabase(Deployable deployable) {
    return deployable == Deployable.REGISTRY || deployable == Deployable.BROKER;
  }

  private static CompletableFuture<Void> timed(
      String name, Consumer<String> progress, Runnable work) {
    return CompletableFuture.runAsync(
        () -> {
          Instant begin = Instant.now();
          work.run();
          Duration took = Duration.between(begin, Instant.now());
          progress.accept("%-11s ready in %.1f s".formatted(name, took.toMillis() / 1000.0));
        },
        Thread.ofVirtual()::start);
  }

  private static void join(CompletableFuture<Void> starting) {
    try {
      starting.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof CannotProceed sentence) {
        throw sentence;
      }
      throw failed;
    }
  }

  private static Deployable deployable(String name) {
    return Deployable.named(name)
        .orElseThrow(
            () ->
                new CannotProceed(
                    "There is no process %s; ./cims status lists them.".formatted(name)));
  }
}
