// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.stream.Stream;

/// Finds out by which character the cells of a file are parted: that with which the first row names
/// the most columns.
final class Separator {

  static final int LONGEST_HEADER = 32 * 1024;

  private static final String TOLD = "sep=";

  private Separator() {}

  /// Leaves the text at its header. A first line `sep=;`, which spreadsheets obey and do not show,
  /// decides and is skipped.
  static char of(BufferedReader text) {
    try {
      String head = head(text);
      if (head.startsWith(TOLD) && head.length() > TOLD.length()) {
        text.readLine();
        return head.charAt(TOLD.length());
      }
      return Stream.of(';', ',', '\t')
          .max(Comparator.comparingLong(separator -> columns(head, separator)))
          .orElseThrow();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String head(BufferedReader text) throws IOException {
    char[] begin = new char[LONGEST_HEADER];
    text.mark(LONGEST_HEADER);
    int length = 0;
    int count = 0;
    while (count >= 0 && length < begin.length) {
      length += count;
      count = text.read(begin, length, begin.length - length);
    }
    text.reset();
    return new String(begin, 0, length);
  }

  private static long columns(String head, char separator) {
    try {
      return Records.sent(new StringReader(head), separator).next().map(Layout::known).orElse(0L);
    } catch (UnusableFile notThisOne) {
      return -1;
    }
  }
}
