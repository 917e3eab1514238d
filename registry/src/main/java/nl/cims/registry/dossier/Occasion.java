// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogView.Medium;
import nl.cims.contracts.citizen.AccessLogView.Reason;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.registry.access.Permission;

/// For what staff need data about people: a closed list. Each says which purpose it serves, who
/// asks for it, and how the answer is given, so that these never contradict each other.
public enum Occasion {
  CITIZEN_BY_PHONE(
      Reason.CITIZEN_REQUEST, Optional.of(Role.CITIZEN), Medium.PHONE, Permission.OPEN_DOSSIER),
  CITIZEN_BY_LETTER(
      Reason.CITIZEN_REQUEST, Optional.of(Role.CITIZEN), Medium.LETTER, Permission.OPEN_DOSSIER),
  CITIZEN_AT_DESK(
      Reason.CITIZEN_REQUEST, Optional.of(Role.CITIZEN), Medium.PAPER, Permission.OPEN_DOSSIER),
  CARE_PROVIDER(
      Reason.CARE_RELATION, Optional.of(Role.CARE_PROVIDER), Medium.PHONE, Permission.OPEN_DOSSIER),
  SIDE_EFFECT(Reason.SAFETY, Optional.empty(), Medium.CONSOLE, Permission.OPEN_DOSSIER),
  RECALL(Reason.RECALL, Optional.empty(), Medium.CONSOLE, Permission.OPEN_DOSSIER),
  DATA_QUALITY(Reason.DATA_QUALITY, Optional.empty(), Medium.CONSOLE, Permission.OPEN_DOSSIER),

  /// Somebody's health cannot wait; there is no relation, and it is judged afterwards.
  EMERGENCY(Reason.CARE_RELATION, Optional.empty(), Medium.CONSOLE, Permission.OPEN_IN_EMERGENCY),
  /// A report waits at intake because something is wrong with it.
  WAITING_REPORT(
      Reason.DATA_QUALITY, Optional.empty(), Medium.CONSOLE, Permission.HANDLE_QUARANTINE),
  /// Data of many people without names, for somebody outside.
  EXPORT(Reason.PUBLIC_DUTY, Optional.empty(), Medium.FILE, Permission.EXPORT),
  /// To watch over who looks at what.
  SUPERVISION(Reason.SUPERVISION, Optional.empty(), Medium.CONSOLE, Permission.SEARCH_LOG);

  private final Reason purpose;
  private final Optional<Role> requester;
  private final Medium medium;
  private final Permission permission;

  Occasion(Reason purpose, Optional<Role> requester, Medium medium, Permission permission) {
    this.purpose = purpose;
    this.requester = requester;
    this.medium = medium;
    this.permission = permission;
  }

  /// Those from which staff choose before they look somebody up.
  public static List<Occasion> choices() {
    return Stream.of(values()).filter(it -> it.permission == Permission.OPEN_DOSSIER).toList();
  }

  /// The choice with this name; empty if it is none of the [#choices()].
  public static Optional<Occasion> choice(String name) {
    return choices().stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /// The purpose that it serves.
  public Reason purpose() {
    return purpose;
  }

  /// Who asks; empty if it is the employee himself.
  Optional<Role> requester() {
    return requester;
  }

  /// How the answer is given.
  Medium medium() {
    return medium;
  }

  /// What one must be allowed.
  public Permission permission() {
    return permission;
  }
}
