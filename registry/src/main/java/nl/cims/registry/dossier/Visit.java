// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Instant;
import nl.cims.contracts.citizen.AccessLogView.Action;
import nl.cims.contracts.citizen.AccessLogView.Data;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Medium;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.contracts.citizen.AccessLogView.Reason;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.registry.access.Employee;
import nl.cims.registry.access.Permission;
import nl.cims.registry.accesslog.LogEntry;

/// An employee who asks for something, and from where.
///
/// @param employee who
/// @param organisation which answers for him
/// @param assurance how he showed who he is
/// @param look from where
public record Visit(
    Employee employee, String organisation, LogEntry.Assurance assurance, Look look) {

  /// What he does, for the log.
  ///
  /// @param action after NEN 7513
  /// @param kind of request
  /// @param data which data
  public record Deed(Action action, Kind kind, Data data) {

    /// A look for a person by his number.
    static final Deed SEARCH = new Deed(Action.READ, Kind.PERSON_SEARCH, Data.IDENTITY);

    /// A look at a dossier.
    static final Deed OPEN = new Deed(Action.READ, Kind.DOSSIER_VIEW, Data.DOSSIER);

    /// A look at who looked.
    public static final Deed READ_LOG = new Deed(Action.READ, Kind.LOG_VIEW, Data.ACCESS_LOG);

    /// A decision about two reports.
    static final Deed PART = new Deed(Action.UPDATE, Kind.DOSE_PARTING, Data.DOSSIER);
  }

  /// The line for the access log.
  ///
  /// @param permission by which he may, or may not
  public LogEntry entry(
      Deed deed, Outcome outcome, Permission permission, Errand errand, Instant at) {
    LogEntry.Caller caller = caller(permission);
    LogEntry.Grounds grounds = errand.grounds();
    return new LogEntry(
        at,
        new LogEntry.Act(deed.action(), outcome, deed.kind(), deed.data(), medium(deed, errand)),
        errand.occasion().requester().orElse(caller.role()),
        caller,
        new LogEntry.Grounds(
            grounds.purpose(),
            permission.name(),
            grounds.careRelation(),
            grounds.consent(),
            grounds.emergency()),
        look.trace());
  }

  /// The line for a page that he asked for and may not see, before he has said what for.
  ///
  /// @param permission that he lacks
  public LogEntry refused(Permission permission, Instant at) {
    LogEntry.Caller caller = caller(permission);
    return new LogEntry(
        at,
        new LogEntry.Act(
            Action.EXECUTE, Outcome.REFUSED, Kind.CONSOLE_PAGE, Data.NONE, Medium.CONSOLE),
        caller.role(),
        caller,
        new LogEntry.Grounds(Reason.NOT_STATED, permission.name(), "", "", false),
        look.trace());
  }

  private LogEntry.Caller caller(Permission permission) {
    return new LogEntry.Caller(
        employee.id(),
        employee.name(),
        role(permission),
        "",
        organisation,
        look.networkPoint(),
        assurance);
  }

  /// An answer to somebody else is about the dossier, or a file; the rest he sees on his own
  /// screen.
  private static Medium medium(Deed deed, Errand errand) {
    return switch (deed.kind()) {
      case DOSSIER_VIEW, EXPORT -> errand.occasion().medium();
      default -> Medium.CONSOLE;
    };
  }

  private Role role(Permission permission) {
    return employee
        .roleFor(permission)
        .or(() -> employee.roles().stream().sorted().findFirst())
        .map(role -> Role.valueOf(role.name()))
        .orElse(Role.REGISTER_STAFF);
  }
}
