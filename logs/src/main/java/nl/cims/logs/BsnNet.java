// SPDX-License-Identifier: EUPL-1.2
package nl.cims.logs;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.vocabulary.Bsn;

/// The last net under a log: whatever could be a BSN is masked, and counted.
///
/// It is no reason to log carelessly. What it catches is a fault of ours, which tests look for by
/// [#caught()] and operations by [#MASK] in the log. One in eleven numbers of nine digits is caught
/// without being one, which does no harm. A number that stands inside a longer one, or inside
/// letters and digits as hashes and identifiers have them, is left alone.
public final class BsnNet {

  /// What stands in the place of the number.
  public static final String MASK = "[masked: could be a BSN]";

  private static final Pattern NINE_DIGITS =
      Pattern.compile("(?<![0-9a-fA-F])[0-9]{9}(?![0-9a-fA-F])");
  private static final AtomicLong CAUGHT = new AtomicLong();

  private BsnNet() {}

  /// The same line, without what could be a BSN.
  public static String masked(String line) {
    Matcher number = NINE_DIGITS.matcher(line);
    if (!number.find()) {
      return line;
    }
    return number.replaceAll(match -> Matcher.quoteReplacement(judged(match.group())));
  }

  /// How many this process has caught.
  public static long caught() {
    return CAUGHT.get();
  }

  private static String judged(String digits) {
    if (Bsn.parse(digits).isEmpty()) {
      return digits;
    }
    CAUGHT.incrementAndGet();
    return MASK;
  }
}
