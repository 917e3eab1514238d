// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
  /// @param id by which its proof is asked for ([AccessLogProof])
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
  /// @param outcome what became of it
  public record Line(
      UUID id,
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
      Outcome outcome) {}

  /// Who looked, or asked: for staff of the register in which function.
  public enum Role {
    CITIZEN,
    CARE_PROVIDER,
    /// Staff of the register, where the function was not written down.
    REGISTER_STAFF,
    SYSTEM,
    REGISTRAR,
    MEDICAL_ADVISER,
    RECALL_MANAGER,
    SUPPLY_MANAGER,
    AUDITOR,
    ADMINISTRATOR;

    /// Whether it is a person who works for the register.
    public boolean isStaff() {
      return switch (this) {
        case CITIZEN, CARE_PROVIDER, SYSTEM -> false;
        case REGISTER_STAFF,
            REGISTRAR,
            MEDICAL_ADVISER,
            RECALL_MANAGER,
            SUPPLY_MANAGER,
            AUDITOR,
            ADMINISTRATOR ->
            true;
      };
    }
  }

  /// The kinds of request.
  public enum Kind {
    DOSSIER_VIEW,
    DOSSIER_EXPORT,
    PLANNING_VIEW,
    LOG_VIEW,
    /// The proof that a line stands in the log.
    LOG_PROOF,
    DOSSIER_PRINT,
    /// Whether the register knows somebody with exactly these details.
    PERSON_SEARCH,
    /// A look at reports that wait because something is wrong with them.
    QUARANTINE_VIEW,
    /// Such a report was mended, or taken up again.
    QUARANTINE_REPAIR,
    /// Two reports were told apart that looked like one dose, or that was undone.
    DOSE_PARTING,
    /// Somebody judged whether an emergency access was justified.
    EMERGENCY_REVIEW,
    /// Somebody judged whether there was an explanation for look-ups out of the ordinary.
    ALERT_REVIEW,
    /// Data of many people without names were asked for, decided on or fetched, for research.
    EXPORT,
    /// Accounts of staff were seen or changed.
    STAFF_ADMINISTRATION,
    /// A page of the staff's console was asked for by somebody whom it is not for.
    CONSOLE_PAGE
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
    ACCESS_LOG,
    /// Name, birth date and number, without what somebody was given.
    IDENTITY,
    /// Reports that wait because something is wrong with them.
    QUARANTINE,
    /// Accounts of staff.
    STAFF,
    /// Vaccinations of many people, without names.
    EXTRACT,
    /// None: it was refused before any were reached.
    NONE
  }

  /// Why it was allowed.
  public enum Reason {
    OWN_DATA,
    CARE_RELATION,
    PUBLIC_DUTY,
    /// The citizen asked for it by letter, by telephone or in person.
    CITIZEN_REQUEST,
    /// To get the data right.
    DATA_QUALITY,
    /// A complaint after a vaccination.
    SAFETY,
    /// A batch that is called back.
    RECALL,
    /// To watch over who looks at what.
    SUPERVISION,
    /// To keep the register running.
    ADMINISTRATION,
    /// It was refused before anything was said.
    NOT_STATED
  }

  /// How the answer was given.
  public enum Medium {
    PORTAL,
    MESSAGE,
    PHONE,
    LETTER,
    /// The screen of an employee.
    CONSOLE,
    PAPER,
    FILE
  }

  /// What became of it.
  public enum Outcome {
    GIVEN,
    NOTHING_FOUND,
    REFUSED
  }
}
