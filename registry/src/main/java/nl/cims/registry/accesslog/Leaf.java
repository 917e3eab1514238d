// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import nl.cims.registry.accesslog.tree.Hash;
import org.jspecify.annotations.Nullable;

/// The leaf hash of a row in the Merkle tree over the log (RFC 6962): SHA-256 over a zero byte and
/// the canonical bytes of the row. `docs/couplings/access-log-proof.md` describes them for whoever
/// wants to check a line by himself.
///
/// A column enters as its length in four bytes and its bytes: text, ids and truth values in UTF-8,
/// binary as it is, time as decimal microseconds since 1970. What is absent enters as the length
/// `ff ff ff ff` alone, so that it differs from what is empty.
///
/// Version 1: a byte 1 and the first columns. Version 2: a byte 2, the SHA-256 over the columns
/// that the person may see, and the SHA-256 over the others; so he can compute the hash of his own
/// line without seeing the name of an employee. The second cannot be guessed: it covers a
/// ciphertext. A row is of version 1 if all later columns are absent, so a change in one of them
/// changes the hash too.
final class Leaf {

  static final int FIRST_VERSION = 1;
  static final int VERSION = 2;

  private static final int ABSENT = -1;

  private Leaf() {}

  /// The leaf hash.
  static byte[] of(Row row) {
    return row.version() == FIRST_VERSION
        ? Hash.leaf(new byte[] {FIRST_VERSION}, canonical(row, Column.FIRST))
        : Hash.leaf(new byte[] {VERSION}, part(row, true), part(row, false));
  }

  /// SHA-256 over the columns that the person may see, or over the others.
  static byte[] part(Row row, boolean shown) {
    return Hash.sha256(canonical(row, Row.columns(shown)));
  }

  private static byte[] canonical(Row row, List<Column> columns) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Column column : columns) {
        Object value = row.value(column);
        if (value == null) {
          out.writeInt(ABSENT);
        } else {
          byte[] written = bytes(value);
          out.writeInt(written.length);
          out.write(written);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(Object value) {
    return value instanceof byte[] binary ? binary : text(value).getBytes(StandardCharsets.UTF_8);
  }

  /// A value as text, as it enters the canonical bytes.
  static String text(@Nullable Object value) {
    return value instanceof OffsetDateTime time
        ? Long.toString(
            time.toEpochSecond() * 1_000_000 + time.getLong(ChronoField.MICRO_OF_SECOND))
        : String.valueOf(value);
  }
}
