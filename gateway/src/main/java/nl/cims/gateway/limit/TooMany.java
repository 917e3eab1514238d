// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.limit;

import java.time.Duration;
import java.util.Locale;

/// A request too many.
///
/// @param step which of the client's limits it is
/// @param delay until there is room for one
public record TooMany(Step step, Duration delay) {

  /// The limits of a client, the narrowest in time first.
  public enum Step {
    SECOND,
    MINUTE,
    DAY
  }

  /// What was exceeded, as a sentence for the caller.
  public String sentence() {
    return "You ask more per %s than was agreed; wait as long as Retry-After says."
        .formatted(step.name().toLowerCase(Locale.ROOT));
  }

  /// Whole seconds to wait, at least one.
  public long seconds() {
    return Math.max(1, delay.plusMillis(999).toSeconds());
  }
}
