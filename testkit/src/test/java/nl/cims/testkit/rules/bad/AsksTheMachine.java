// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.rules.bad;

import java.time.Instant;

public class AsksTheMachine {
  Instant now() {
    return Instant.now();
  }
}
