// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import nl.cims.contracts.citizen.AccessLogView.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who handles whose request.
class AccessLogTest {

  @ParameterizedTest
  @CsvSource({
    "CITIZEN, SYSTEM",
    "CARE_PROVIDER, SYSTEM",
    "SYSTEM, SYSTEM",
    "REGISTER_STAFF, REGISTER_STAFF",
    "AUDITOR, AUDITOR"
  })
  void isThePersonOnlyWhereStaffDoItThemselves(Role asks, Role handles) {
    assertThat(AccessLog.handler(asks)).isEqualTo(handles);
  }
}
