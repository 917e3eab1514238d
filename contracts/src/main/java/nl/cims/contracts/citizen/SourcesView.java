// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How fresh the register is: when each kind of party last reported anything, about anybody. It
/// says nothing about the citizen who asks, so no look is logged and the answer may be kept for a
/// minute.
///
/// @param sources each kind of party that reports
public record SourcesView(List<Source> sources) {

  /// Where the portal asks for it, below the gateway's address.
  public static final String PATH = "/citizen/v1/sources";

  public SourcesView {
    sources = List.copyOf(sources);
  }

  /// One kind of party.
  ///
  /// @param kind which
  /// @param latest when the latest report of such a party came in; empty if none has yet
  public record Source(Kind kind, Optional<Instant> latest) {}

  /// The kinds of party that report.
  public enum Kind {
    GGD,
    GP,
    HOSPITAL,
    INSTITUTION
  }
}
