// SPDX-License-Identifier: EUPL-1.2
package nl.cims.revocation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the lists are.
///
/// @param lists files with the revocation lists (X.509 CRL, PEM or DER) of every authority that is
///   trusted; at least one
/// @param interval how long a change of a file may go unseen; 5 s if not said
/// @param whenUnknown what becomes of certificates without a list that is in force; refused if not
///   said
public record RevocationSettings(List<Path> lists, Duration interval, WhenUnknown whenUnknown) {

  private static final Duration USUAL = Duration.ofSeconds(5);

  /// @throws IllegalArgumentException if there is no list
  @SuppressWarnings("NullableProblems") // what is not set arrives as null
  public RevocationSettings(
      @Nullable List<Path> lists, @Nullable Duration interval, @Nullable WhenUnknown whenUnknown) {
    if (lists == null || lists.isEmpty()) {
      throw new IllegalArgumentException(
          "name the files with the revocation lists of the authority (…revocation.lists)");
    }
    this.lists = List.copyOf(lists);
    this.interval = interval == null ? USUAL : interval;
    this.whenUnknown = whenUnknown == null ? WhenUnknown.REFUSE : whenUnknown;
  }
}
