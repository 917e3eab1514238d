// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a member of staff is for. The broker says who has which; what each may do stands in
/// [Permission].
public enum StaffRole {
  REGISTRAR,
  MEDICAL_ADVISER,
  RECALL_MANAGER,
  SUPPLY_MANAGER,
  AUDITOR,
  ADMINISTRATOR;

  /// Its name in the broker's tokens, such as `medical-adviser`.
  public String claim() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The role with this name in the broker's tokens; empty if there is none.
  public static Optional<StaffRole> byClaim(String claim) {
    return Stream.of(values()).filter(role -> role.claim().equals(claim)).findFirst();
  }
}
