// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.limit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message on its way through, which is never held whole: it breaks off when it turns out too
/// large, and remembers whether it broke on the sender's side.
public final class MessageBody extends InputStream {

  /// No message at all, which cannot break.
  public static final MessageBody NONE = new MessageBody(InputStream.nullInputStream(), 0);

  private final InputStream sender;
  private final long limit;
  private long passed;
  private @Nullable IOException failure;

  /// @param sender where the message comes from
  /// @param limit the most bytes that pass
  public MessageBody(InputStream sender, long limit) {
    this.sender = sender;
    this.limit = limit;
  }

  /// Why the message could not be read from its sender, if that is so.
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      int count = sender.read(target, offset, length);
      passed += Math.max(count, 0);
      if (passed > limit) {
        throw new MessageTooLarge(limit);
      }
      return count;
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    }
  }
}
