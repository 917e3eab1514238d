// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nl.cims.demo.Processes.State;

/// Keeps an eye on the running demo and says it in one line when a process crashes, is stopped or
/// is back. Restarts nothing.
final class Watch {

  private static final Duration BETWEEN = Duration.ofMillis(500);

  private final Home home;
  private final Cims cims;
  private final Consumer<String> out;
  private final Map<Deployable, State> known = new EnumMap<>(Deployable.class);

  Watch(Home home, Cims cims, Consumer<String> out) {
    this.home = home;
    this.cims = cims;
    this.out = out;
  }

  /// Returns when nothing runs any more, because somebody else stopped it.
  void untilAllHaveEnded() {
    boolean databaseRan = true;
    while (cims.isRunning()) {
      for (Deployable deployable : Deployable.values()) {
        State now = cims.processes().state(deployable);
        State before = known.getOrDefault(deployable, State.RUNNING);
        if (now != before) {
          out.accept(news(deployable, now));
        }
        known.put(deployable, now);
      }
      boolean databaseRuns = cims.postgres().pid().isPresent();
      if (databaseRan != databaseRuns) {
        out.accept(databaseRuns ? "PostgreSQL runs again." : "PostgreSQL has ended.");
      }
      databaseRan = databaseRuns;
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  private String news(Deployable deployable, State state) {
    String title = deployable.title();
    return switch (state) {
      case RUNNING -> "The %s runs again.".formatted(title);
      case STOPPED -> "The %s was stopped.".formatted(title);
      case CRASHED ->
          "The %s has crashed; see %s. It is not restarted: ./cims start %s does that."
              .formatted(title, home.log(title), title);
    };
  }
}
