// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Party.Channel;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Sender;
import nl.cims.registry.intake.csv.UnusableFile.Fault;
import nl.cims.registry.protection.ErasableKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Receives files and keeps them. A file goes through as it comes in: no more of it is held than a
/// chunk.
@Service
public class Reception {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private final Uploads uploads;
  private final Chunks chunks;
  private final Intake intake;
  private final CsvSettings settings;
  private final Clock clock;

  Reception(Uploads uploads, Chunks chunks, Intake intake, CsvSettings settings, Clock clock) {
    this.uploads = uploads;
    this.chunks = chunks;
    this.intake = intake;
    this.settings = settings;
    this.clock = clock;
  }

  /// Keeps a file, in one transaction: when this returns, all of it is committed and counted as
  /// pending, and else nothing is.
  ///
  /// @param source the party that sends it
  /// @param file the bytes as they come
  /// @throws UnusableFile if it is refused as a whole
  /// @throws java.io.UncheckedIOException if it breaks off
  @Transactional
  public UUID receive(String source, InputStream file) {
    return receive(source, file, Optional.empty());
  }

  /// The same for a file in the drop directory.
  ///
  /// @param name of the file
  @Transactional
  UUID receive(String source, InputStream file, Optional<String> name) {
    UUID id = IDS.generate();
    SentBytes bytes = new SentBytes(file, settings.size().toBytes());
    Table table = Table.open(bytes);
    int rows = keep(id, table);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    uploads.add(new Uploads.Received(id, source, now, bytes.hash(), table.layout(), name, rows));
    intake.announce(Sender.announced(source, Channel.CSV), rows);
    return id;
  }

  private int keep(UUID id, Table table) {
    ErasableKey key = chunks.begin(id);
    Pack pack = new Pack();
    int rows = 0;
    int number = 0;
    for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
      if (++rows > settings.rows()) {
        throw new UnusableFile(Fault.TOO_MANY_ROWS, row.get().number());
      }
      pack.add(row.get());
      if (pack.isFull()) {
        chunks.add(id, key, number++, pack.empty());
      }
    }
    if (rows == 0) {
      throw new UnusableFile(Fault.NO_ROWS, 1);
    }
    if (!pack.isEmpty()) {
      chunks.add(id, key, number, pack.empty());
    }
    return rows;
  }
}
