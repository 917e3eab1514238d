// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.cims.gateway.limit.MessageBody;

/// What a request brings along, as far as its headers say.
sealed interface Message {

  /// Nothing, or something that the method gives no meaning to.
  record Absent() implements Message {}

  /// A body.
  ///
  /// @param body which breaks off if it grows too large
  /// @param length in bytes, negative if that is not known beforehand
  record Present(MessageBody body, long length) implements Message {}

  /// More than passes, by its own announcement.
  record TooLarge() implements Message {}

  /// Compressed or otherwise encoded: its true size cannot be known.
  record Encoded() implements Message {}

  static Message of(HttpServletRequest request, long mostBytes) {
    long length = request.getContentLengthLong();
    boolean expected = request.getMethod().equals("POST") || request.getMethod().equals("PUT");
    if (!expected || (length <= 0 && request.getHeader("Transfer-Encoding") == null)) {
      return new Absent();
    }
    if (length > mostBytes) {
      return new TooLarge();
    }
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return new Encoded();
    }
    try {
      return new Present(new MessageBody(request.getInputStream(), mostBytes), length);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
