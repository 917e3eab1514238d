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

  LogKeys(Protection protection, AccessLogSettings settings) {
    this.origin = settings.origin();
    this.signing = protection.noteSigning("accesslog-checkpoints");
  }

  /// The public keys: that in use first, then the others.
  List<NoteKey> keys() {
    return signing.publicKeys().stream().map(this::key).toList();
  }

  private NoteKey key(byte[] raw) {
    return new NoteKey(origin, NoteKey.Use.LOG, raw);
  }

  /// The name of this log.
  String origin() {
    return origin;
  }

  /// A signed checkpoint of this log.
  Note sign(long size, byte[] root) {
    String text = new Checkpoint(origin, size, root).text();
    NoteSigning.Signature signature = signing.sign(keys().getFirst().message(text, Instant.EPOCH));
    String line = key(signature.publicKey()).line(Instant.EPOCH, signature.bytes());
    return new Note(text, List.of(line));
  }
}
