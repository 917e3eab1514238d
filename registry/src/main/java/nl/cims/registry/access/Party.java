// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import java.util.Set;
import javax.security.auth.x500.X500Principal;

/// A registered party that may report vaccinations.
///
/// @param id its client id at the broker, which is in its tokens
/// @param name as citizens see it
/// @param kind what it is
/// @param number URA or AGB as `URA:12345678`; empty if it has none
/// @param channels over which it may report
/// @param active whether it is switched on
/// @param programmes whose vaccines it may report, by their names; empty if all
/// @param contact whom to ask there about what it sent, as a mail address or telephone number
/// @param certificates to whom its client certificate was given, for channels that have no token;
///   two while it changes from one to the next
public record Party(
    String id,
    String name,
    Kind kind,
    String number,
    Set<Channel> channels,
    boolean active,
    Set<String> programmes,
    String contact,
    Set<X500Principal> certificates) {

  public Party {
    channels = Set.copyOf(channels);
    programmes = Set.copyOf(programmes);
    certificates = Set.copyOf(certificates);
  }

  /// Whether it may report vaccines of this programme.
  public boolean reports(String programme) {
    return programmes.isEmpty() || programmes.contains(programme);
  }

  /// What a party is.
  public enum Kind {
    GGD,
    GP,
    HOSPITAL,
    INSTITUTION,
    /// Vaccinates nobody: watches over intake.
    OPERATOR
  }

  /// The ways by which messages come in.
  public enum Channel {
    FHIR,
    HL7V2,
    CSV,
    CORONIT
  }
}
