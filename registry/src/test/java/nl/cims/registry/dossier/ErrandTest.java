// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.registry.access.Permission;
import nl.cims.registry.access.StaffRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What staff say before they look.
class ErrandTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026-0042", "brief 7/b", "Zaak_12:3", "éé", "123456789"})
  void takesTheReferencesOfCases(String reference) {
    assertThat(Errand.of("CITIZEN_BY_LETTER", reference)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        " ",
        "a\nb",
        "<b>zaak</b>",
        "zaak;1",
        "999990019",
        "zaak 999990019",
        "9999.90.019",
        "99 99 90 019",
        "K-1999990019",
        "een kenmerk dat langer is dan veertig tekens"
      })
  void refusesWhatIsNoneAndWhereverANumberHides(String reference) {
    assertThat(Errand.of("CITIZEN_BY_LETTER", reference)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "EMERGENCY", "SUPERVISION", "WAITING_REPORT", "citizen_by_letter", "X"})
  void takesOnlyTheOccasionsThatAreOffered(String occasion) {
    assertThat(Errand.of(occasion, "2026-0042")).isEmpty();
  }

  /// The log and the permissions name functions alike.
  @ParameterizedTest
  @EnumSource
  void everyRoleHasANameInTheLog(StaffRole role) {
    assertThat(Role.valueOf(role.name()).isStaff()).isTrue();
    assertThat(StaffRole.byClaim(role.claim())).contains(role);
  }

  @Test
  void everyPermissionHasARole() {
    assertThat(Permission.values()).allMatch(it -> !it.roles().isEmpty());
  }
}
