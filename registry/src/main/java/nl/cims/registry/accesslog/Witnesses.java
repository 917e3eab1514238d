// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.time.Clock;
import java.util.List;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.accesslog.witness.FileWitness;
import nl.cims.registry.accesslog.witness.Witness;
import org.springframework.stereotype.Component;

/// Those who see every checkpoint.
@Component
class Witnesses {

  private final List<Witness> all;

  Witnesses(AccessLogSettings settings, LogKeys log, Clock clock) {
    this.all =
        settings.witnesses().stream()
            .<Witness>map(
                place -> new FileWitness(place.name(), place.directory(), log.keys(), clock))
            .toList();
  }

  List<Witness> all() {
    return all;
  }

  List<NoteKey> keys() {
    return all.stream().map(Witness::key).toList();
  }
}
