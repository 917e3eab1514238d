// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.time.Instant;
import java.util.List;
import nl.cims.registry.accesslog.tree.Checkpoint;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.protection.NoteSigning;
import nl.cims.registry.protection.Protection;
import org.springframework.stereotype.Component;

/// The keys with which the log signs what it says of itself.
@Component
class LogKeys {

  private final String origin;
  private final NoteSigning signing;
  private final List<NoteKey> keys;

  LogKeys(Protection protection, AccessLogSettings settings) {
    this.origin = settings.origin();
    this.signing = protection.noteSigning("accesslog-checkpoints");
    this.keys =
        signing.publicKeys().stream()
            .map(raw -> new NoteKey(origin, NoteKey.Use.LOG, raw))
            .toList();
  }

  /// The public keys: that in use first, then earlier ones.
  List<NoteKey> keys() {
    return keys;
  }

  /// The name of this log.
  String origin() {
    return origin;
  }

  /// A signed checkpoint of this log.
  Note sign(long size, byte[] root) {
    String text = new Checkpoint(origin, size, root).text();
    NoteKey key = keys.getFirst();
    String line = key.line(Instant.EPOCH, signing.sign(key.message(text, Instant.EPOCH)));
    return new Note(text, List.of(line));
  }
}
