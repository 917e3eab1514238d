// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.door;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SharesOfThePoolTest {

  @Test
  void leavesMachinesSomeConnections() {
    assertThatCode(() -> SharesOfThePool.require(32, 8, 44)).doesNotThrowAnyException();
  }

  @Test
  void refusesDoorsThatCouldTakeAll() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SharesOfThePool.require(32, 8, 43))
        .withMessageContaining("cims.broker.citizens.threads (32)")
        .withMessageContaining("of the 43 database connections");
  }
}
