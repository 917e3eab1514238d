// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Instant;

/// An employee who may open dossiers gets none now, because what he looks up is out of the
/// ordinary. The attempt is logged, and whoever watches over the register sees why.
public class Withheld extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Until until;
  private final Instant at;

  /// @param until what has to happen first
  /// @param at when he can try again, if that is a matter of time
  public Withheld(Until until, Instant at) {
    super("withheld until " + until);
    this.until = until;
    this.at = at;
  }

  /// What has to happen before he gets anything.
  public enum Until {
    /// Some minutes pass.
    LATER,
    /// He shows his passkey again.
    PASSKEY,
    /// Somebody who watches over the register has judged what he did.
    JUDGED
  }

  /// What has to happen first.
  public Until until() {
    return until;
  }

  /// When he can try again, if that is a matter of time.
  public Instant at() {
    return at;
  }
}
