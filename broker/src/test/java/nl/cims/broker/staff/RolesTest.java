// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.cims.vocabulary.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolesTest {

  @ParameterizedTest
  @EnumSource(Role.class)
  void administratorAndAuditorAreHeldAlone(Role other) {
    for (Role alone : List.of(Role.ADMINISTRATOR, Role.AUDITOR)) {
      if (other != alone) {
        assertThatThrownBy(() -> Roles.of(alone, other)).isInstanceOf(InvalidValue.class);
      }
      assertThat(Roles.of(alone).all()).containsExactly(alone);
    }
  }

  @Test
  void othersGoTogether() {
    assertThat(Roles.of(Role.SUPPLY_MANAGER, Role.REGISTRAR).claims())
        .containsExactly("registrar", "supply-manager");
    assertThatThrownBy(Roles::of).isInstanceOf(InvalidValue.class);
  }
}
