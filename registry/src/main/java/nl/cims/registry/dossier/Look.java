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
import nl.cims.registry.access.Citizen;
import nl.cims.registry.accesslog.LogEntry;
import nl.cims.registry.accesslog.LogEntry.Assurance;

/// From where a look comes.
///
/// @param networkPoint the machine that asked, by the name in its certificate
/// @param trace by which the request is found in the technical logs
public record Look(String networkPoint, String trace) {

  /// The rule by which a citizen is refused his own data: his login is not strong enough.
  public static final String TOO_WEAK = "assurance-level";

  private static final String OWN = "own-dossier";
  private static final String PORTAL = "MijnRIVM";

  LogEntry entry(Citizen citizen, Kind kind, Instant at, boolean permitted) {
    Data data =
        switch (kind) {
          case DOSSIER_VIEW, DOSSIER_EXPORT -> Data.DOSSIER;
          case PLANNING_VIEW -> Data.PLANNING;
          case LOG_VIEW, LOG_PROOF -> Data.ACCESS_LOG;
          case DOSSIER_PRINT,
              PERSON_SEARCH,
              QUARANTINE_VIEW,
              QUARANTINE_REPAIR,
              DOSE_PARTING,
              EMERGENCY_REVIEW,
              ALERT_REVIEW,
              EXPORT,
              STAFF_ADMINISTRATION,
              CONSOLE_PAGE ->
              throw new IllegalArgumentException("citizens do not do this: " + kind);
        };
    Outcome outcome = permitted ? Outcome.GIVEN : Outcome.REFUSED;
    return new LogEntry(
        at,
        new LogEntry.Act(Action.READ, outcome, kind, data, Medium.PORTAL),
        Role.CITIZEN,
        new LogEntry.Caller(
            citizen.pseudonym(), "", Role.CITIZEN, "", PORTAL, networkPoint, assurance(citizen)),
        new LogEntry.Grounds(Reason.OWN_DATA, permitted ? OWN : TOO_WEAK, "", "", false),
        trace);
  }

  private static Assurance assurance(Citizen citizen) {
    return citizen
        .level()
        .map(
            level ->
                switch (level) {
                  case BASIS -> Assurance.BASIS;
                  case MIDDEN -> Assurance.MIDDEN;
                  case SUBSTANTIEEL -> Assurance.SUBSTANTIEEL;
                  case HOOG -> Assurance.HOOG;
                })
        .orElse(Assurance.UNKNOWN);
  }
}
