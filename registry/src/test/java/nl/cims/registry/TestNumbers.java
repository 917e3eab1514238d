// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import java.util.concurrent.atomic.AtomicInteger;
import nl.cims.vocabulary.Bsn;

/// BSNs that nobody has, each handed out once per JVM, so that tests do not meet each other's
/// people.
public final class TestNumbers {

  private static final AtomicInteger LAST = new AtomicInteger(999_000_000);

  private TestNumbers() {}

  /// A number that was not handed out before.
  public static Bsn fresh() {
    while (true) {
      var bsn = Bsn.parse(Integer.toString(LAST.incrementAndGet()));
      if (bsn.isPresent()) {
        return bsn.get();
      }
    }
  }
}
