// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import java.time.Instant;
import java.util.Optional;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;

/// A citizen who logged in through the broker and asks for his own data.
public final class Citizen {

  private final String pseudonym;
  private final Bsn bsn;
  private final Optional<AssuranceLevel> level;
  private final Optional<Instant> loggedInAt;

  /// Somebody of whom it is not known when he logged in.
  ///
  /// @param pseudonym his pairwise name at the portal
  /// @param bsn who he is, as the broker told it to the register alone
  /// @param level how sure the login was; empty if the broker named a level that is unknown here
  public Citizen(String pseudonym, Bsn bsn, Optional<AssuranceLevel> level) {
    this(pseudonym, bsn, level, Optional.empty());
  }

  /// @param pseudonym his pairwise name at the portal
  /// @param bsn who he is, as the broker told it to the register alone
  /// @param level how sure the login was; empty if the broker named a level that is unknown here
  /// @param loggedInAt when he logged in; empty if the broker did not say
  public Citizen(
      String pseudonym, Bsn bsn, Optional<AssuranceLevel> level, Optional<Instant> loggedInAt) {
    this.pseudonym = pseudonym;
    this.bsn = bsn;
    this.level = level;
    this.loggedInAt = loggedInAt;
  }

  /// His pairwise name at the portal.
  public String pseudonym() {
    return pseudonym;
  }

  /// Who he is.
  public Bsn bsn() {
    return bsn;
  }

  /// How sure his login was; empty if nobody here knows the level that the broker named.
  public Optional<AssuranceLevel> level() {
    return level;
  }

  /// Whether his login is sure enough for health data. The register asks this itself, whatever the
  /// portal did.
  public boolean sufficientlyIdentified() {
    return level.filter(AssuranceLevel::sufficesForHealthData).isPresent();
  }

  /// When he logged in; empty if that is not known.
  Optional<Instant> loggedInAt() {
    return loggedInAt;
  }

  @Override
  public String toString() {
    return "Citizen[hidden]";
  }
}
