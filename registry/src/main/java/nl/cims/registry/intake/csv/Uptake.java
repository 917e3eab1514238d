// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Party.Channel;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Sender;
import nl.cims.registry.intake.Single;
import nl.cims.registry.intake.csv.Chunks.Waiting;
import nl.cims.registry.intake.csv.Uploads.Unfinished;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes up rows that wait, and notes what became of them. Facts, lines of the result and progress
/// are one transaction: whenever the process ends, each row has been taken up once or not yet.
@Component
class Uptake {

  private final Uploads uploads;
  private final Chunks chunks;
  private final Results results;
  private final Intake intake;
  private final Clock clock;

  Uptake(Uploads uploads, Chunks chunks, Results results, Intake intake, Clock clock) {
    this.uploads = uploads;
    this.chunks = chunks;
    this.results = results;
    this.intake = intake;
    this.clock = clock;
  }

  /// Takes up the next portion of the file whose turn it is.
  ///
  /// @return whether there was anything to do
  @Transactional
  boolean next(Care care) {
    care.looksAround();
    Optional<Unfinished> file = uploads.next(clock.instant());
    file.ifPresent(it -> advance(it, care));
    return file.isPresent();
  }

  /// Lets other files go first for a while.
  @Transactional
  void postpone(UUID file, Duration pause) {
    uploads.postpone(file, clock.instant().plus(pause));
  }

  private void advance(Unfinished file, Care care) {
    care.begins(file.id());
    Instant now = clock.instant();
    Optional<Waiting> waiting = chunks.first(file.id());
    if (waiting.isEmpty()) {
      chunks.end(file.id());
      uploads.finish(file.id(), now);
      care.finished(file.id());
      return;
    }
    List<Row> rows = care.portion(file.id(), waiting.get());
    Sender sender = Sender.announced(file.source(), Channel.CSV);
    List<Line> lines =
        care.givesUp(file.id(), waiting.get())
            ? leave(sender, rows)
            : take(sender, file.layout(), rows);
    results.add(file.id(), lines);
    chunks.done(waiting.get(), rows.size());
    uploads.count(file.id(), lines, now);
  }

  private List<Line> take(Sender sender, Layout layout, List<Row> rows) {
    List<Reading> readings = rows.stream().map(row -> RowReading.of(layout, row)).toList();
    List<Single> reports =
        readings.stream()
            .filter(Reading.Understood.class::isInstance)
            .map(it -> Single.extracted(((Reading.Understood) it).report()))
            .toList();
    if (reports.size() < rows.size()) {
      intake.unreadable(sender, rows.size() - reports.size());
    }
    Iterator<Outcome> outcomes = intake.acceptEach(sender, reports).iterator();
    return readings.stream().map(it -> line(it, outcomes)).toList();
  }

  private static Line line(Reading reading, Iterator<Outcome> outcomes) {
    return switch (reading) {
      case Reading.Understood(int row, var report) -> Line.of(row, outcomes.next());
      case Reading.Unreadable(int row, var findings) -> Line.refused(row, findings);
    };
  }

  private List<Line> leave(Sender sender, List<Row> rows) {
    intake.unreadable(sender, rows.size());
    return rows.stream()
        .map(it -> Line.refused(it.number(), List.of(Finding.ofRow(Remark.NOT_PROCESSED))))
        .toList();
  }
}
