// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.util.Locale;

/// What somebody of the staff does. The list is closed: a further role is a change of the law of
/// the house, not a setting.
public enum Role {
  /// Keeps the register: quarantine, corrections, look-ups.
  REGISTRAR,
  /// Judges what is medical.
  MEDICAL_ADVISER,
  /// Finds the people behind a batch.
  RECALL_MANAGER,
  /// Keeps stock.
  SUPPLY_MANAGER,
  /// Reads the logs and looks at those who look.
  AUDITOR,
  /// Keeps the accounts of staff.
  ADMINISTRATOR;

  /// How tokens name it, such as `medical-adviser`.
  public String claim() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it is held without any other: who hands out power, or watches over it, does not use it
  /// on dossiers.
  boolean isHeldAlone() {
    return this == AUDITOR || this == ADMINISTRATOR;
  }
}
