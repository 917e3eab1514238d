// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.List;

/// The leaf hash of a log row in the Merkle tree over the log (RFC 6962): SHA-256 over a zero byte
/// and the canonical bytes of the row.
///
/// Canonical bytes: a version byte, then every column but `seq` and `leaf` in the order of the
/// table, each as its length in four bytes and its bytes: text, numbers and truth values in UTF-8,
/// binary as it is, time as decimal microseconds since 1970.
final class Leaf {

  private static final int VERSION = 1;

  private Leaf() {}

  /// @param columns the columns in the order of the table
  static byte[] of(List<Object> columns) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      for (Object column : columns) {
        byte[] value = canonical(column);
        out.writeInt(value.length);
        out.write(value);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    MessageDigest sha256 = sha256();
    sha256.update((byte) 0);
    return sha256.digest(bytes.toByteArray());
  }

  private static byte[] canonical(Object column) {
    return switch (column) {
      case byte[] binary -> binary;
      case OffsetDateTime time ->
          text(
              Long.toString(
                  time.toEpochSecond() * 1_000_000 + time.getLong(ChronoField.MICRO_OF_SECOND)));
      default -> text(column.toString());
    };
  }

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
