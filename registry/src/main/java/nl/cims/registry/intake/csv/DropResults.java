// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import nl.cims.registry.intake.csv.Uploads.Untold;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts the results of files that came by the drop directory beside where they were, in Dutch. One
/// that cannot be written is left: its sender can still ask for it by its address.
@Component
class DropResults {

  private static final Logger LOG = LoggerFactory.getLogger(DropResults.class);

  private final Uploads uploads;
  private final ResultFile results;
  private final CsvSettings settings;
  private final Clock clock;

  DropResults(Uploads uploads, ResultFile results, CsvSettings settings, Clock clock) {
    this.uploads = uploads;
    this.results = results;
    this.settings = settings;
    this.clock = clock;
  }

  /// Puts one result.
  ///
  /// @return whether there was one
  @Transactional
  boolean next() {
    Path drop = settings.drop();
    Optional<Untold> untold = drop == null ? Optional.empty() : uploads.untold();
    if (drop == null || untold.isEmpty()) {
      return false;
    }
    Untold file = untold.get();
    Upload upload = uploads.find(file.id(), file.source()).orElseThrow();
    try {
      Drop.put(
          Drop.result(drop.resolve(file.source()).resolve(file.file())),
          out -> results.write(upload, Language.NL, out));
    } catch (IOException | UncheckedIOException failed) {
      LOG.error("the result of upload {} cannot be put into the drop directory", file.id());
    }
    uploads.told(file.id(), clock.instant());
    return true;
  }
}
