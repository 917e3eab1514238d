// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Who looked at or changed a citizen's dossier, in a period, newest first. The look that asked for
/// this stands in it.
///
/// @param from first day of the period
/// @param until last day of the period
/// @param lines at most [#MOST] of them
/// @param truncated whether there were more
public record AccessLogView(LocalDate from, LocalDate until, List<Line> lines, boolean truncated) {

  /// Where the portal asks for it, below the gateway's address; `from` and `until` are optional ISO
  /// dates.
  public static final String PATH = "/citizen/v1/access-log";

  /// The most lines in one answer.
  public static final int MOST = 500;

  public AccessLogView {
    lines = List.copyOf(lines);
  }

  /// One look or act (NEN 7513, the citizen's view; an employee's name is never in it).
  ///
  /// @param at when
  /// @param organisation who is responsible for it
  /// @param role the function of the one who looked
  /// @param askedBy who asked for it
  /// @param handledBy who handled the request: a person, or the register by itself
  /// @param kind which kind of request it was
  /// @param action what was done
  /// @param data which data
  /// @param reason why it was allowed
  /// @param medium how the answer was given
  /// @param emergency whether the emergency procedure was used
  /// @param permitted false if it was refused
  public record Line(
      Instant at,
      String organisation,
      Role role,
      Role askedBy,
      Role handledBy,
      Kind kind,
      Action action,
      Data data,
      Reason reason,
      Medium medium,
      boolean emergency,
      boolean permitted) {}

  /// Who looked.
  public enum Role {
    CITIZEN,
    CARE_PROVIDER,
    REGISTER_STAFF,
    SYSTEM
  }

  /// The kinds of request.
  public enum Kind {
    DOSSIER_VIEW,
    DOSSIER_EXPORT,
    PLANNING_VIEW,
    LOG_VIEW
  }

  /// What was done, after NEN 7513.
  public enum Action {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    EXECUTE
  }

  /// Which data it was about.
  public enum Data {
    DOSSIER,
    PLANNING,
    ACCESS_LOG
  }

  /// Why it was allowed.
  public enum Reason {
    OWN_DATA,
    CARE_RELATION,
    PUBLIC_DUTY
  }

  /// How the answer was given.
  public enum Medium {
    PORTAL,
    MESSAGE,
    PHONE,
    LETTER
  }
}
