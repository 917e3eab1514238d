// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nl.cims.registry.intake.csv.UnusableFile.Fault;

/// The bytes of a file as they pass by: hashed, and no more of them than allowed.
final class SentBytes extends FilterInputStream {

  private final MessageDigest digest = sha256();
  private final long most;
  private long count;

  SentBytes(InputStream file, long most) {
    super(file);
    this.most = most;
  }

  /// SHA-256 of all that was read.
  byte[] hash() {
    return digest.digest();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      count += read;
      digest.update(target, offset, read);
    }
    if (count > most) {
      throw new UnusableFile(Fault.TOO_LARGE, 0);
    }
    return read;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
