// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import static nl.cims.registry.access.StaffRole.ADMINISTRATOR;
import static nl.cims.registry.access.StaffRole.AUDITOR;
import static nl.cims.registry.access.StaffRole.MEDICAL_ADVISER;
import static nl.cims.registry.access.StaffRole.RECALL_MANAGER;
import static nl.cims.registry.access.StaffRole.REGISTRAR;
import static nl.cims.registry.access.StaffRole.SUPPLY_MANAGER;

import java.util.List;

/// What staff may do, and in which roles. What is not written here nobody may. Who watches over
/// others (auditor) or over accounts (administrator) opens no dossiers.
public enum Permission {
  /// Look a person up by his number and open his dossier, for a purpose.
  OPEN_DOSSIER(REGISTRAR, MEDICAL_ADVISER, RECALL_MANAGER),
  /// Open a dossier without a relation, because somebody's health cannot wait; judged afterwards.
  OPEN_IN_EMERGENCY(MEDICAL_ADVISER, REGISTRAR),
  /// Decide that two reports are, or are not, the same dose.
  PART_DOSES(REGISTRAR),
  /// Read who looked at a dossier that is open.
  READ_LOG_OF_DOSSIER(REGISTRAR),
  /// See what waits at intake and why, ask its source about it, and take it up again.
  HANDLE_QUARANTINE(REGISTRAR),
  /// See how each source does.
  WATCH_SOURCES(REGISTRAR, SUPPLY_MANAGER, ADMINISTRATOR),
  /// Search the access log by person or by employee.
  SEARCH_LOG(AUDITOR),
  /// See which look-ups are out of the ordinary, and judge whether there is an explanation.
  JUDGE_ALERTS(AUDITOR),
  /// Judge whether opening a dossier in an emergency was right.
  JUDGE_EMERGENCIES(AUDITOR),
  /// Ask for data of many people for somebody outside, decide on what a colleague asked for, and
  /// fetch it.
  EXPORT(MEDICAL_ADVISER, RECALL_MANAGER),
  /// Manage the accounts of staff, at the broker.
  MANAGE_STAFF(ADMINISTRATOR);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<StaffRole> roles;

  Permission(StaffRole... roles) {
    this.roles = List.of(roles);
  }

  /// The roles that have it, the one that it is most the work of first.
  public List<StaffRole> roles() {
    return roles;
  }
}
