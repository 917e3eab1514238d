// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.time.Instant;
import nl.cims.contracts.citizen.AccessLogView.Action;
import nl.cims.contracts.citizen.AccessLogView.Data;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Medium;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.contracts.citizen.AccessLogView.Reason;
import nl.cims.contracts.citizen.AccessLogView.Role;

/// One look or act, with the fields of NEN 7513. Whom it was about is given beside it. Empty
/// strings stand for what does not apply.
///
/// @param at when
/// @param act what was done
/// @param requester who asked for it: the same as who did it, or the citizen whose letter or call
///   an employee answers
/// @param caller who did it
/// @param grounds why it was allowed, or refused
/// @param trace by which it is found in the technical logs
public record LogEntry(
    Instant at, Act act, Role requester, Caller caller, Grounds grounds, String trace) {

  /// What was done.
  ///
  /// @param action after NEN 7513
  /// @param outcome what became of it
  /// @param kind of request
  /// @param data which data
  /// @param medium how the answer is given
  public record Act(Action action, Outcome outcome, Kind kind, Data data, Medium medium) {

    /// How sensitive the data are: `HEALTH`, `PERSONAL` or `NONE`.
    String sensitivity() {
      return switch (data) {
        case DOSSIER, PLANNING, QUARANTINE, EXTRACT -> "HEALTH";
        case ACCESS_LOG, IDENTITY, STAFF -> "PERSONAL";
        case NONE -> "NONE";
      };
    }
  }

  /// Who did it.
  ///
  /// @param id the name under which the system knows him: never a BSN
  /// @param name an employee's name; empty for citizens and systems
  /// @param role in which function
  /// @param responsible the employee under whose responsibility it was done
  /// @param organisation the organisation that answers for the caller
  /// @param networkPoint the machine that asked
  /// @param assurance how sure it is that it was him
  public record Caller(
      String id,
      String name,
      Role role,
      String responsible,
      String organisation,
      String networkPoint,
      Assurance assurance) {}

  /// How somebody showed who he is.
  public enum Assurance {
    /// Not known, or written before it was kept.
    UNKNOWN,
    /// DigiD's levels.
    BASIS,
    MIDDEN,
    SUBSTANTIEEL,
    HOOG,
    /// A machine with a certificate and a token bound to it.
    CERTIFICATE,
    /// An employee's passkey, when he logged in.
    PASSKEY,
    /// An employee's passkey, again for this act.
    PASSKEY_AGAIN
  }

  /// Why it was allowed.
  ///
  /// @param purpose the purpose
  /// @param rule the rule that decided
  /// @param careRelation which relation of care, or which case, was claimed
  /// @param consent which consent was relied on
  /// @param emergency whether the emergency procedure was used
  public record Grounds(
      Reason purpose, String rule, String careRelation, String consent, boolean emergency) {}
}
