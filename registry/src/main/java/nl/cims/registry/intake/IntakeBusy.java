// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Duration;

/// Too much is coming in at this moment, from this source or from all together. Nothing was
/// written; the message may be sent again after a while.
public final class IntakeBusy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// How long a sender waits before he tries again.
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  IntakeBusy() {
    super("intake is busy");
  }
}
