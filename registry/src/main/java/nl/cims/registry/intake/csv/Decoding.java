// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Text of a file whose encoding nobody told: UTF-16 by its mark or by the zeros between its
/// letters, else UTF-8; and windows-1252 if the first letter outside of ASCII is not UTF-8. Holds a
/// buffer, never the file.
final class Decoding extends Reader {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int BUFFER = 16 * 1024;

  private final InputStream file;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
  private boolean certain;
  private boolean begun;
  private boolean ended;

  Decoding(InputStream file) {
    this.file = file;
  }

  /// The file holds bytes that are no text in its encoding.
  static final class NotText extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!begun) {
      begin();
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
    while (chars.position() == 0 && chars.hasRemaining()) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      certain |= hasForeignLetters(target, offset, chars.position());
      if (result.isError()) {
        guessAgain();
      } else if (result.isUnderflow()) {
        if (ended) {
          return chars.position() == 0 ? -1 : chars.position();
        }
        fill();
      }
    }
    return chars.position();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void begin() throws IOException {
    begun = true;
    while (bytes.remaining() < 4 && !ended) {
      fill();
    }
    if (marked(0xEF, 0xBB, 0xBF)) {
      certain = true;
    } else if (marked(0xFE, 0xFF) || looksLike(0, 1)) {
      settle(StandardCharsets.UTF_16BE);
    } else if (marked(0xFF, 0xFE) || looksLike(1, 0)) {
      settle(StandardCharsets.UTF_16LE);
    }
  }

  private boolean marked(int... mark) {
    if (bytes.remaining() < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes.get(bytes.position() + i) & 0xff) != mark[i]) {
        return false;
      }
    }
    bytes.position(bytes.position() + mark.length);
    return true;
  }

  private boolean looksLike(int zero, int letter) {
    return bytes.remaining() >= 4
        && bytes.get(zero) == 0
        && bytes.get(zero + 2) == 0
        && bytes.get(letter) != 0
        && bytes.get(letter + 2) != 0;
  }

  private void guessAgain() throws NotText {
    if (certain) {
      throw new NotText();
    }
    settle(WINDOWS_1252);
  }

  private void settle(Charset charset) {
    decoder = strict(charset);
    certain = true;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = file.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(count, 0));
    bytes.flip();
  }

  private static boolean hasForeignLetters(char[] chars, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      if (chars[i] >= 0x80) {
        return true;
      }
    }
    return false;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
