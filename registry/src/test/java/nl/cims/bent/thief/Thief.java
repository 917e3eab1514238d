// SPDX-License-Identifier: EUPL-1.2
package nl.cims.bent.thief;

import nl.cims.bent.right.web.BackDoor;

public class Thief {
  BackDoor door() {
    return new BackDoor();
  }
}
