// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import nl.cims.registry.intake.coronit.Coupling.Step;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// One life of the process that pulls: made, used, and thrown away.
final class Puller implements AutoCloseable {

  private static final int MOST_BROKEN = 20;
  private static final AtomicInteger COMPARISONS = new AtomicInteger();

  private final GgdConnection connection;
  final Coupling coupling;
  private final CoronitConfiguration.Register register;
  private final CoronitSettings settings;
  private final Meters meters;

  Puller(CoronitConfiguration.Register register, CoronitSettings settings, Meters meters) {
    this.connection = new GgdConnection(settings);
    this.register = register;
    this.settings = settings;
    this.meters = meters;
    this.coupling =
        CoronitConfiguration.assemble(register, connection, settings, meters, Clock.systemUTC());
  }

  Step step() {
    return coupling.pull(settings.pace().rows());
  }

  /// Pulls until there is nothing more, or something is in the way.
  Step run() {
    Step step = step();
    while (step == Step.MORE) {
      step = step();
    }
    return step;
  }

  /// The same as the rounds do it: what failed is tried again, since each connection that was
  /// broken is found out once.
  Step persist() {
    Step step = run();
    for (int again = 0; step == Step.FAILED && again < MOST_BROKEN; again++) {
      step = run();
    }
    return step;
  }

  /// Compares now, whatever the hour.
  void compare() {
    Instant far = Instant.now().plus(Duration.ofDays(365 + COMPARISONS.incrementAndGet()));
    coupling.compareIfDue(far, far.plusSeconds(1), Instant.now());
  }

  /// The comparison alone.
  Comparison comparison() {
    GgdRows theirs = new GgdRows(connection, register.hashKey(), Duration.ZERO);
    Marks marks = new Marks(new JdbcTemplate(register.database()));
    Taking taking =
        new Taking(
            register.door(),
            marks,
            new TransactionTemplate(register.transactions()),
            Clock.systemUTC(),
            meters);
    return new Comparison(theirs, marks, taking, new Turn(register.database()), settings);
  }

  @Override
  public void close() {
    connection.close();
  }
}
